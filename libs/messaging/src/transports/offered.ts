export { CLIENT_NAMES, type ClientName, type Compression, COMPRESSIONS, OFFERED } from '@itops/kit';

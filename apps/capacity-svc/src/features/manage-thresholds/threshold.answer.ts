import { type StoredThreshold } from '../../persistence/threshold.store';
import { type ThresholdDto } from './threshold.dto';

export function toAnswer(threshold: StoredThreshold): ThresholdDto {
  const { id, version, metric, selector, comparator, value, forMinutes, predictDays, severity, createdBy } = threshold;
  return {
    id,
    version,
    metric,
    selector: { ciClass: selector.ciClass, ciId: selector.ciId, labels: { ...selector.labels } },
    comparator,
    value,
    forMinutes,
    predictDays,
    severity,
    createdAt: threshold.createdAt.toISOString(),
    updatedAt: threshold.updatedAt.toISOString(),
    createdBy,
  };
}

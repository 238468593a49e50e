import { runCommand } from '../embedded/run-command.mts';

let answer: Promise<boolean> | undefined;

/** True when a container engine answers, not only when its command is installed. Asked once. */
export function dockerAnswers(): Promise<boolean> {
  answer ??= runCommand('docker', ['info'], { timeoutMs: 10_000 }).then(({ code }) => code === 0);
  return answer;
}

// The door to every command, tried as it is used: as a process.
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const run = (...args: string[]) => spawnSync(process.execPath, ['scripts/run.mjs', ...args], { encoding: 'utf8' });

describe('run.mjs', () => {
  it('answers an unknown name in one line, and says which there are', () => {
    const { status, stderr, stdout } = run('dance');
    expect(stderr).toMatch(
      /^There is no command "dance"; there are [a-z, ]*build, [a-z, ]*inspect, [a-z, ]*start, [a-z, ]*tag[a-z, ]*\.\n$/,
    );
    expect([status, stdout]).toEqual([1, '']);
  });

  it('hands trouble on as a sentence without a stack', () => {
    const { status, stderr } = run('start', 'what is this');
    expect(stderr).toBe('"what is this" is neither firefox nor chromium nor a web address.\n');
    expect(status).toBe(1);
  });
});

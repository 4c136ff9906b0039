/**
 * Talks to the application.
 */

/** A failure with its problem details (RFC 9457). */
export class Problem extends Error {

  constructor(details) {
    super(details.title ?? details.detail ?? 'The request failed');
    this.name = 'Problem';
    this.details = details;
  }

}

const UNREACHABLE = {
  title: 'The application cannot be reached',
  remedy: 'Check that it still runs, then try again.',
  retryable: true,
};

async function send(path, options) {
  let response;
  try {
    response = await fetch(path, { cache: 'no-store', ...options });
  } catch (error) {
    throw error.name === 'AbortError' ? error : new Problem(UNREACHABLE);
  }
  if (!response.ok) {
    throw new Problem(await problemOf(response));
  }
  return response;
}

async function problemOf(response) {
  const fallback = { title: `The application answered with status ${response.status}`, status: response.status };
  try {
    return { ...fallback, ...await response.json() };
  } catch {
    return fallback;
  }
}

/** Sends a request, and reads the JSON of its answer where there is one. */
export async function request(method, path, body, signal) {
  const options = { method, signal };
  if (body !== undefined) {
    options.headers = { 'Content-Type': 'application/json' };
    options.body = JSON.stringify(body);
  }
  const response = await send(path, options);
  const text = await response.text();
  return text ? JSON.parse(text) : undefined;
}

/**
 * Reads lines of JSON, each when it is asked for: nothing is read while the caller does not ask.
 * Who stops asking for good closes the connection.
 */
export async function* lines(path, signal) {
  const response = await send(path, { signal, headers: { Accept: 'application/x-ndjson' } });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  try {
    for (let chunk = await read(reader); !chunk.done; chunk = await read(reader)) {
      const parts = (rest + chunk.value).split('\n');
      rest = parts.pop();
      for (const part of parts) {
        if (part) {
          yield JSON.parse(part);
        }
      }
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

async function read(reader) {
  try {
    return await reader.read();
  } catch (error) {
    throw error.name === 'AbortError' ? error : new Problem({ ...UNREACHABLE, title: 'The connection broke' });
  }
}

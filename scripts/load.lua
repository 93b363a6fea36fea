-- SPDX-License-Identifier: Apache-2.0
-- For wrk: mixed questions to the API, drawn from the file LOAD_QUERIES names (one path a line), the board now and then.
-- Every thread draws its own, always the same, order.
local paths, board = {}, ""
local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("seed", threads)
end

function init()
  math.randomseed(seed)
  -- Here, and no earlier, wrk knows the name of the host.
  for line in io.lines(os.getenv("LOAD_QUERIES")) do
    paths[#paths + 1] = wrk.format("GET", line, { ["Host"] = wrk.headers["Host"], ["Accept-Encoding"] = "gzip" })
  end
  board = wrk.format("GET", "/api/v1/board", { ["Host"] = wrk.headers["Host"], ["Accept-Encoding"] = "gzip" })
end

function request()
  if math.random(1000) == 1 then return board end
  return paths[math.random(#paths)]
end

function done(summary, latency)
  local e = summary.errors
  io.write(string.format("load: %d requests, %.0f a second, p50 %.1f ms, p99 %.1f ms, slowest %.1f ms\n",
    summary.requests, summary.requests / (summary.duration / 1e6), latency:percentile(50) / 1e3,
    latency:percentile(99) / 1e3, latency.max / 1e3))
  io.write(string.format("load: errors: connect %d, read %d, write %d, time-out %d, status %d\n",
    e.connect, e.read, e.write, e.timeout, e.status))
end

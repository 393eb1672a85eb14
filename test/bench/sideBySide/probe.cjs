// Loaded into a measured server before its own code: tells the bench what the process has used so far.
process.on("message", (question) => {
  if (question === "memory") global.gc?.();
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  process.send?.({ processorTime: (user + system) / 1000, residentBytes: rss, heapBytes: heapUsed });
});
process.channel?.unref();

using BeeTrace.Web.Commands;

return await CommandLine.RunAsync(args);

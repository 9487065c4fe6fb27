var b = WebApplication.CreateBuilder(args);
await b.Build().RunAsync();

using BeeTrace.Core.Access;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BeeTrace.Web.Data;

/// <summary>Where the data lie: how to reach them as the app and, for migrations, as their owner.</summary>
/// <param name="App">Connection string of <c>beetrace_app</c>.</param>
/// <param name="Owner">Connection string of <c>beetrace_owner</c>; null where the operator migrates on their own.</param>
public sealed record DataConnections(string App, string? Owner);

/// <summary>EF Core, Npgsql and the one door to them.</summary>
public static class DataSetup
{
    public static IServiceCollection AddData(this IServiceCollection services, DataConnections connections)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => NpgsqlDataSource.Create(connections.App));
        services.AddDbContext<BeeTraceDb>(
            (provider, options) => options.UseBeeTrace(provider.GetRequiredService<NpgsqlDataSource>()),
            ServiceLifetime.Scoped,
            ServiceLifetime.Singleton);
        services.AddSingleton<Database>();
        services.AddSingleton<PublicDesk>();
        return services;
    }

    internal static void UseBeeTrace(this DbContextOptionsBuilder options, NpgsqlDataSource source) =>
        options.UseNpgsql(source, npgsql => npgsql.MigrationsHistoryTable("migrations", "access")).UseSnakeCaseNamingConvention()
            // A reader who goes away in the middle of a page ends a transaction, which is no fault. A real one is thrown and reported where it ends.
            .ConfigureWarnings(warnings => warnings.Log((Microsoft.EntityFrameworkCore.Diagnostics.RelationalEventId.TransactionError, LogLevel.Debug)));

    internal static void UseBeeTrace(this DbContextOptionsBuilder options, string connection) =>
        options.UseNpgsql(connection, npgsql => npgsql.MigrationsHistoryTable("migrations", "access")).UseSnakeCaseNamingConvention();
}

using BeeTrace.Web.Data;
using BeeTrace.Web.Data.Cluster;

namespace BeeTrace.Web.Commands;

/// <summary>The commands of the operator. A wrong use is one line and exit code 2; what only the operator can mend is one line and 1.</summary>
public static class CommandLine
{
    private const string Usage =
        """
        serve                        run BeeTrace (the default)
        migrate                      bring the database up to date
        seed reference | seed demo   load the reference data, or the fictitious demo county
        import KIND FILE [--as E-MAIL]  load a CSV table (KIND: reference and demo tables, seed-data/README.md)
        make-account ROLE E-MAIL NAME [--firm CREDIT-CODE | --beekeeper LICENCE]
                                     let a person in; prints the password once
        verify FILE...               check certificates (PDF) against the database
        audit-log [CHECKPOINT-FILE]  compare the log of certificates with itself, and with a checkpoint that you kept
        rotate-key                   make a new key for signing papers; the old papers stay valid
        backup FILE                  write everything to one file
        restore FILE                 replace everything by what such a file holds
        doctor                       say what is in order and what is not
        """;

    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            var settings = Settings.FromEnvironment();
            switch (args)
            {
                case [] or ["serve"]:
                    return await ServeCommand.RunAsync(settings);
                case ["migrate"]:
                    return await MigrateCommand.RunAsync(settings);
                case ["seed", "reference"]:
                    return await SeedCommand.RunAsync(settings, demo: false);
                case ["seed", "demo"]:
                    return await SeedCommand.RunAsync(settings, demo: true);
                case ["import", var kind, var file]:
                    return await ImportCommand.RunAsync(settings, kind, file, email: null);
                case ["import", var kind, var file, "--as", var email]:
                    return await ImportCommand.RunAsync(settings, kind, file, email);
                case ["make-account", var role, var email, var name, .. var holder]:
                    return await MakeAccountCommand.RunAsync(settings, role, email, name, holder, Console.Out, CancellationToken.None);
                case ["verify", _, ..]:
                    return await VerifyCommand.RunAsync(settings, args[1..], Console.Out, CancellationToken.None);
                case ["audit-log"]:
                    return await AuditLogCommand.RunAsync(settings, file: null, Console.Out, CancellationToken.None);
                case ["audit-log", var file]:
                    return await AuditLogCommand.RunAsync(settings, file, Console.Out, CancellationToken.None);
                case ["rotate-key"]:
                    return RotateKeyCommand.Run(settings, TimeProvider.System, Console.Out);
                case ["backup", var file]:
                    return await BackupCommand.RunAsync(settings, file, CancellationToken.None);
                case ["restore", var file]:
                    return await RestoreCommand.RunAsync(settings, file, CancellationToken.None);
                case ["doctor"]:
                    return await DoctorCommand.RunAsync(settings, Console.Out, CancellationToken.None);
                case ["--help" or "-h" or "help"]:
                    Console.WriteLine(Usage);
                    return 0;
                default:
                    Console.Error.WriteLine($"There is no command '{string.Join(' ', args)}' of that form; --help lists them.");
                    return 2;
            }
        }
        catch (Exception e) when (e is ClusterException or DataSetupException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(e.Message);
            return 1;
        }
    }
}

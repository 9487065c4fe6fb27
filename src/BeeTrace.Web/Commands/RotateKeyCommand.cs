using BeeTrace.Web.Certificates;

namespace BeeTrace.Web.Commands;

/// <summary><c>rotate-key</c>: a new key for signing papers under the same authority, so that every older paper stays valid.</summary>
internal static class RotateKeyCommand
{
    public static int Run(Settings settings, TimeProvider clock, TextWriter say)
    {
        var serial = SigningKeys.Rotate(settings, clock);
        say.WriteLine($"Papers will be signed with a new key, serial number {serial}, once BeeTrace is started again.");
        say.WriteLine($"The old key lies beside it in {SigningKeys.FolderIn(settings)}. Papers signed with it stay valid, since the authority is the same; the log's key is untouched.");
        return 0;
    }
}

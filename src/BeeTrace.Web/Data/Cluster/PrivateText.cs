namespace BeeTrace.Web.Data.Cluster;

/// <summary>Text files with secrets: mode 0600 from the first moment on, not only after writing.</summary>
internal static class PrivateText
{
    public static void Write(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new StreamWriter(path, options);
        file.WriteLine(text);
    }
}

namespace BeeTrace.Pdf.Tests;

/// <summary>The typeface of the documents, found where npm puts it.</summary>
internal static class Typefaces
{
    public static TrueTypeFont Regular { get; } = Load("400Regular/NotoSansSC_400Regular.ttf");

    public static TrueTypeFont Bold { get; } = Load("700Bold/NotoSansSC_700Bold.ttf");

    public static TextStyle Body { get; } = new(Regular, 10, Colour.Of(0x211B11));

    public static TextStyle English { get; } = Body with { Colour = Colour.Of(0x6A6150), Language = "en" };

    public static byte[] RegularFile() => File.ReadAllBytes(PathOf("400Regular/NotoSansSC_400Regular.ttf"));

    private static TrueTypeFont Load(string file) => TrueTypeFont.Load(File.ReadAllBytes(PathOf(file)));

    private static string PathOf(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "BeeTrace.sln")))
                continue;
            string path = Path.Combine(folder.FullName, "src/BeeTrace.Web/node_modules/@expo-google-fonts/noto-sans-sc", file);
            return File.Exists(path) ? path : throw new FileNotFoundException("The typeface is missing: run `npm ci --ignore-scripts` in src/BeeTrace.Web.", path);
        }

        throw new DirectoryNotFoundException("BeeTrace.sln was not found above the tests.");
    }
}

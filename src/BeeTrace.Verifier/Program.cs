using System.Text;

namespace BeeTrace.Verifier;

internal static class Program
{
    private static int Main(string[] arguments)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return VerifyCommand.Run(arguments, Console.Out, Console.Error);
    }
}

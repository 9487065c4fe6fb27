using BeeTrace.Core;

namespace BeeTrace.Verifier;

/// <summary>What the command line asks for.</summary>
internal sealed record VerifyOptions
{
    public string? Keys { get; private init; }

    public string? Checkpoint { get; private init; }

    public string? Consistency { get; private init; }

    public string? Csv { get; private init; }

    public string? Json { get; private init; }

    public string? Proof { get; private init; }

    public Language Language { get; private init; } = Language.English;

    public bool Help { get; private init; }

    /// <summary>Files and folders.</summary>
    public IReadOnlyList<string> Papers { get; private init; } = [];

    /// <summary>Reads the arguments; what is wrong with them stands in <paramref name="problem"/>.</summary>
    public static VerifyOptions Read(IReadOnlyList<string> arguments, out Bilingual? problem)
    {
        var options = new VerifyOptions();
        var papers = new List<string>();
        problem = null;
        for (var at = 0; at < arguments.Count; at++)
        {
            var name = arguments[at];
            if (name is "--help" or "-h")
            {
                options = options with { Help = true };
            }
            else if (name == "--")
            {
                papers.AddRange(arguments.Skip(at + 1));
                break;
            }
            else if (!name.StartsWith("--", StringComparison.Ordinal))
            {
                papers.Add(name);
            }
            else if (at + 1 == arguments.Count || With(options, name, arguments[at + 1]) is not { } more)
            {
                problem ??= new($"不认识“{name}”，或它缺少合适的值。", $"“{name}” is unknown, or lacks a value that fits.");
            }
            else
            {
                options = more;
                at++;
            }
        }

        options = options with { Papers = papers };
        problem ??= options.Incomplete();
        return options;
    }

    private static VerifyOptions? With(VerifyOptions options, string name, string value) => name switch
    {
        "--keys" => options with { Keys = value },
        "--checkpoint" => options with { Checkpoint = value },
        "--consistency" => options with { Consistency = value },
        "--csv" => options with { Csv = value },
        "--json" => options with { Json = value },
        "--proof" => options with { Proof = value },
        "--language" when value is "zh" or "en" => options with { Language = value == "zh" ? Language.Chinese : Language.English },
        _ => null,
    };

    private Bilingual? Incomplete()
    {
        if (Help)
            return null;
        if (Keys is null)
            return new("缺少 --keys：公钥文件。", "--keys is missing: the file of keys.");
        if ((Json is null) != (Proof is null))
            return new("--json 与 --proof 必须一起给出。", "--json and --proof go together.");
        if (Papers.Count == 0 && Json is null)
            return new("没有要检查的文件。", "There is no file to check.");
        return Consistency is not null && Checkpoint is null ? new("--consistency 需要 --checkpoint。", "--consistency needs --checkpoint.") : null;
    }
}

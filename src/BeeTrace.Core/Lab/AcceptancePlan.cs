namespace BeeTrace.Core.Lab;

/// <summary>The acceptable quality limits that the table holds, in nonconforming units of a hundred.</summary>
public enum AcceptableQualityLimit
{
    /// <summary>AQL 1.0.</summary>
    Aql10,

    /// <summary>AQL 2.5.</summary>
    Aql25,

    /// <summary>AQL 4.0.</summary>
    Aql40,

    /// <summary>AQL 6.5.</summary>
    Aql65,
}

/// <summary>
/// A plan of GB/T 2828.1 (ISO 2859-1), single sampling, normal inspection, general level II: how many units of a lot are looked at, and how many
/// nonconforming ones it may hold. It counts packages and labels; it is not how samples for residues are drawn.
/// </summary>
/// <remarks>
/// The standard's table as BeeTrace knows it has not been compared with the printed standard (trust mark K), which
/// <see cref="Verified"/> says and pages must show. Tightened and reduced inspection are not in it.
/// </remarks>
/// <param name="Letter">Code letter of the plan that is used, after the arrows; null where the whole lot is looked at.</param>
/// <param name="SampleSize">How many units are looked at.</param>
/// <param name="Accept">Ac: the lot is accepted with at most so many nonconforming units.</param>
/// <param name="Reject">Re: it is rejected from so many on.</param>
public sealed record AcceptancePlan(char? Letter, int SampleSize, int Accept, int Reject)
{
    /// <summary>Where the table stands.</summary>
    public const string Source = "GB/T 2828.1 (ISO 2859-1), general level II, normal inspection";

    /// <summary>False: the table is known and believed right, and was not compared with the standard.</summary>
    public const bool Verified = false;

    /// <summary>The smallest lot of the table.</summary>
    public const int SmallestLot = 2;

    /// <summary>The largest lot of the table as BeeTrace has it.</summary>
    public const int LargestLot = 10000;

    private const int Down = -1;
    private const int Up = -2;

    /// <summary>Largest lot, letter, n, then Ac by AQL; Re is always one more. An arrow is <see cref="Down"/> or <see cref="Up"/>.</summary>
    private static readonly (int Largest, char Letter, int N, int[] Ac)[] Rows =
    [
        (8, 'A', 2, [Down, Down, Down, 0]),
        (15, 'B', 3, [Down, Down, 0, Up]),
        (25, 'C', 5, [Down, 0, Up, Down]),
        (50, 'D', 8, [Down, Up, Down, 1]),
        (90, 'E', 13, [0, Down, 1, 2]),
        (150, 'F', 20, [Up, 1, 2, 3]),
        (280, 'G', 32, [Down, 2, 3, 5]),
        (500, 'H', 50, [1, 3, 5, 7]),
        (1200, 'J', 80, [2, 5, 7, 10]),
        (3200, 'K', 125, [3, 7, 10, 14]),
        (10000, 'L', 200, [5, 10, 14, 21]),
    ];

    /// <summary>
    /// The plan for a lot: an arrow leads to the first plan below or above, with that plan's own sample size and numbers; where its
    /// sample is not smaller than the lot, every unit is looked at.
    /// </summary>
    /// <returns>Null for a lot outside of the table, or where an arrow leads out of it.</returns>
    public static AcceptancePlan? For(int lotSize, AcceptableQualityLimit aql)
    {
        if (lotSize is < SmallestLot or > LargestLot)
            return null;
        var row = Array.FindIndex(Rows, r => lotSize <= r.Largest);
        while (row >= 0 && row < Rows.Length && Rows[row].Ac[(int)aql] is var cell and < 0)
            row += cell == Down ? 1 : -1;
        if (row < 0 || row == Rows.Length)
            return null;

        var (_, letter, n, ac) = Rows[row];
        return n < lotSize
            ? new AcceptancePlan(letter, n, ac[(int)aql], ac[(int)aql] + 1)
            : new AcceptancePlan(null, lotSize, ac[(int)aql], ac[(int)aql] + 1);
    }

    /// <summary>The limit as the standard prints it.</summary>
    public static string Print(AcceptableQualityLimit aql) => aql switch
    {
        AcceptableQualityLimit.Aql10 => "1.0",
        AcceptableQualityLimit.Aql25 => "2.5",
        AcceptableQualityLimit.Aql40 => "4.0",
        _ => "6.5",
    };
}

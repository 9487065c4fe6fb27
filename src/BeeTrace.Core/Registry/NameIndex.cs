using System.Text;

namespace BeeTrace.Core.Registry;

/// <summary>
/// Names among which one that is alike is found soon. Alike as the database has it (pg_trgm): of all groups of three characters that occur in
/// either of two names, so many occur in both. It finds doubles that were typed a second time, not people who happen to be called alike.
/// </summary>
/// <param name="threshold">Least share of common groups, above 0 and at most 1.</param>
public sealed class NameIndex(double threshold)
{
    /// <summary>House rule: from half of their groups on, Chinese names are alike; the queue compares by the same number.</summary>
    public const double Chinese = 0.5;

    /// <summary>House rule: in Latin letters, where homophones meet, from seven tenths on.</summary>
    public const double Latin = 0.7;

    /// <summary>A character beyond the last one that Unicode has takes so many bits.</summary>
    private const int BitsOfCharacter = 21;

    /// <summary>0.7 · 30 is not exactly 21 to a computer.</summary>
    private const double Rounding = 1e-9;

    private readonly List<long[]> _names = [];
    private readonly Dictionary<long, List<int>> _holding = [];

    /// <summary>Puts a name in.</summary>
    /// <returns>Its place, counted from 0.</returns>
    public int Add(string name)
    {
        var groups = GroupsOf(name);
        foreach (var group in groups)
        {
            if (!_holding.TryGetValue(group, out var places))
                _holding[group] = places = [];
            places.Add(_names.Count);
        }

        _names.Add(groups);
        return _names.Count - 1;
    }

    /// <summary>The place of another name that is alike; null where there is none.</summary>
    public int? FindLike(int place)
    {
        var groups = _names[place];
        // Two that are alike share so many of this one's groups; so one of the rarest, as many as may be missing and one more, is among them.
        var most = groups.Length - (int)Math.Ceiling((threshold * groups.Length) - Rounding) + 1;
        foreach (var others in groups.Select(group => _holding[group]).OrderBy(places => places.Count).Take(most))
        {
            foreach (var other in others)
            {
                if (other != place && Similarity(groups, _names[other]) >= threshold)
                    return other;
            }
        }

        return null;
    }

    /// <summary>The share of common groups, from 0 to 1.</summary>
    internal static double Similarity(string a, string b) => Similarity(GroupsOf(a), GroupsOf(b));

    private static double Similarity(long[] a, long[] b)
    {
        var (common, i, j) = (0, 0, 0);
        while (i < a.Length && j < b.Length)
        {
            if (a[i] == b[j])
                (common, i, j) = (common + 1, i + 1, j + 1);
            else if (a[i] < b[j])
                i++;
            else
                j++;
        }

        return common == 0 ? 0 : common / (double)(a.Length + b.Length - common);
    }

    /// <summary>Groups of three characters, each once and in order: of every word in small letters, with two blanks before it and one behind.</summary>
    private static long[] GroupsOf(string name)
    {
        var groups = new SortedSet<long>();
        var (before, second, isInWord) = ((long)' ', (long)' ', false);
        foreach (var rune in name.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                Note(Rune.ToLowerInvariant(rune).Value);
                isInWord = true;
            }
            else
            {
                EndWord();
            }
        }

        EndWord();
        return [.. groups];

        void Note(long character)
        {
            groups.Add((before << (2 * BitsOfCharacter)) | (second << BitsOfCharacter) | character);
            (before, second) = (second, character);
        }

        void EndWord()
        {
            if (isInWord)
                Note(' ');
            (before, second, isInWord) = (' ', ' ', false);
        }
    }
}

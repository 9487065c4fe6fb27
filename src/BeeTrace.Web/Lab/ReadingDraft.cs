using System.Globalization;
using BeeTrace.Core;
using BeeTrace.Core.Lab;

namespace BeeTrace.Web.Lab;

/// <summary>
/// One line of the sheet while somebody types in it. What was typed stays until it is saved or taken back, whatever is refused
/// meanwhile. It is judged as it stands, before anything is saved.
/// </summary>
public sealed class ReadingDraft
{
    public ReadingDraft(SheetRow row)
    {
        Row = row;
        Restore();
    }

    /// <summary>The line as it was read: its reading is the one that a correction supersedes.</summary>
    public SheetRow Row { get; private set; }

    public string Text { get; set; } = "";

    public string Lod { get; set; } = "";

    public string Loq { get; set; } = "";

    public string Method { get; set; } = "";

    /// <summary>Why a saved reading is corrected.</summary>
    public string Reason { get; set; } = "";

    /// <summary>True when the line differs from what is saved.</summary>
    public bool IsChanged =>
        Text.Trim() != (Row.Reading?.Text ?? "") || Lod.Trim() != Digits(Row.Reading?.Lod) || Loq.Trim() != Digits(Row.Reading?.Loq)
        || Method.Trim() != (Row.Reading?.Method ?? "");

    /// <summary>True when there is a result to save: LOD and method alone are none.</summary>
    public bool IsToSave => IsChanged && (Row.Reading is not null || Text.Trim().Length > 0);

    /// <summary>A saved reading is not overwritten: a new one supersedes it and says why.</summary>
    public bool IsCorrection => IsToSave && Row.Reading is not null;

    /// <summary>A saved reading whose cell was emptied is withdrawn.</summary>
    public bool IsWithdrawal => IsCorrection && Text.Trim().Length == 0;

    /// <summary>Why the line cannot be saved as it stands; empty for a withdrawal, which has nothing to be read.</summary>
    public IReadOnlyList<Refusal> Unreadable => IsWithdrawal ? [] : Read().Refusals;

    /// <summary>The line as Core reads it, or every reason why it cannot be read.</summary>
    public Outcome<Reading> Read()
    {
        var lod = TypedNumber.Parse(Lod, "lod");
        var loq = TypedNumber.Parse(Loq, "loq");
        return lod.IsDone && loq.IsDone
            ? Reading.Parse(Text, Unit.Parse(Row.Analyte.Unit).Value, lod.Value, loq.Value)
            : Outcome<Reading>.Refused([.. lod.Refusals, .. loq.Refusals]);
    }

    /// <summary>The verdict on what stands in the line now; null while it cannot be read.</summary>
    public ItemJudgement? Judge(JudgingGround? ground) =>
        ground is not null && Read() is { IsDone: true } read ? ground.Judge(Row.Analyte.Code, read.Value) : null;

    /// <summary>The deed of saving the line; only for a line that can be read.</summary>
    public EnterReading ToDeed(SampleCode sample) => new(
        sample, Row.Analyte.Code, Text.Trim(), TypedNumber.Parse(Lod, "lod").Value, TypedNumber.Parse(Loq, "loq").Value,
        Method: string.IsNullOrWhiteSpace(Method) ? null : Method.Trim(), Supersedes: Row.Reading?.Id, Reason: Reason);

    /// <summary>Fills method, LOD and LOQ where the line has no reading yet and nothing is typed in them.</summary>
    public void Take(LastConditions? last)
    {
        if (last is null || Row.Reading is not null)
            return;
        Method = Method.Length > 0 ? Method : last.Method ?? "";
        Lod = Lod.Length > 0 ? Lod : Digits(last.Lod);
        Loq = Loq.Length > 0 ? Loq : Digits(last.Loq);
    }

    /// <summary>Back to what is saved.</summary>
    public void Restore()
    {
        Text = Row.Reading?.Text ?? "";
        Lod = Digits(Row.Reading?.Lod);
        Loq = Digits(Row.Reading?.Loq);
        Method = Row.Reading?.Method ?? "";
        Reason = "";
    }

    /// <summary>
    /// Takes the line as it is saved now. A line that is being typed in keeps its text and the reading that its writer saw,
    /// so that saving it over another person's reading is refused rather than done.
    /// </summary>
    public void Refresh(SheetRow row)
    {
        if (IsChanged)
            return;
        Row = row;
        Restore();
    }

    /// <summary>Saved: the line shows the reading that counts, unless its writer has typed on meanwhile.</summary>
    public void Saved(SheetRow row, EnterReading deed)
    {
        var typedOn = Unreadable.Count > 0 || ToDeed(deed.Sample) != deed;
        Row = row;
        if (typedOn)
            Reason = "";
        else
            Restore();
    }

    /// <summary>The writer has seen the other person's reading and still means the own one: it becomes a correction of that.</summary>
    public void Rebase(SheetRow row) => Row = row;

    private static string Digits(decimal? number) => (number / 1.0000000000000000000000000000m)?.ToString(CultureInfo.InvariantCulture) ?? "";
}

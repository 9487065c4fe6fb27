namespace BeeTrace.Web.Lab;

/// <summary>One line of the page that judges without storing.</summary>
public sealed class JudgeLine
{
    public string Analyte { get; set; } = "";

    public string Reading { get; set; } = "";

    public string Unit { get; set; } = "";

    public string Lod { get; set; } = "";

    public string Loq { get; set; } = "";

    public string Uncertainty { get; set; } = "";

    /// <summary>An untouched line asks nothing.</summary>
    public bool IsTyped => Analyte.Length > 0 || Reading.Trim().Length > 0;

    public TypedReading ToReading() => new(Analyte, Reading, Unit, Lod, Loq, Uncertainty);
}

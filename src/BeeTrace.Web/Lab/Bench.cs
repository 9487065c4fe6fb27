using BeeTrace.Core;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Lab;

/// <summary>A result as the bench reads it: in the analyte's unit, with what the method can see.</summary>
internal sealed record BenchReading(Analyte Analyte, Reading Reading, Method? Method);

/// <summary>What results are read against at the bench, whether somebody types them or a file brings them.</summary>
internal sealed class Bench
{
    private readonly Dictionary<string, Analyte> _analytes;
    private readonly List<Method> _methods;
    private readonly Dictionary<string, UsualRange> _usual;

    private Bench(Dictionary<string, Analyte> analytes, List<Method> methods, Dictionary<string, UsualRange> usual) =>
        (_analytes, _methods, _usual) = (analytes, methods, usual);

    /// <summary>The bench of one product.</summary>
    /// <param name="codes">Analytes that are asked for.</param>
    public static async Task<Bench> ReadAsync(BeeTraceDb db, string product, IReadOnlyList<string> codes, DateOnly today, CancellationToken cancel) => new(
        await db.Analytes.AsNoTracking().Where(a => codes.Contains(a.Code)).ToDictionaryAsync(a => a.Code, StringComparer.Ordinal, cancel),
        await MethodQueries.AllInUseAsync(db, product, today, cancel),
        await UsualRanges.OfAsync(db, product, codes, cancel));

    /// <summary>
    /// Reads a result. Refused: an unknown analyte, unit or method, what is no result, a share above the whole, a number that looks like a
    /// slip and that nobody confirmed.
    /// </summary>
    /// <param name="unit">Unit of the text; null for the analyte's, or one inside of the text.</param>
    /// <param name="method">Code of the method; null for the one in use.</param>
    public Outcome<BenchReading> Read(string analyteCode, string? text, string? unit, string? method, bool sure)
    {
        if (!_analytes.TryGetValue(analyteCode, out var analyte))
            return new Refusal(LabRefusal.AnalyteUnknown, nameof(EnterCell.Analyte), analyteCode);
        var inUse = _methods.FindAll(m => m.Analyte == analyteCode);
        var used = method is null ? inUse.FirstOrDefault() : inUse.Find(m => m.Code.Equals(method, StringComparison.OrdinalIgnoreCase));
        if (method is not null && used is null)
            return new Refusal(LabRefusal.MethodUnknown, "method");
        var column = Unit.Parse(analyte.Unit).Value;
        var typed = ColumnText.In(column, text, unit);
        if (!typed.IsDone)
            return Outcome<BenchReading>.Refused(typed.Refusals);
        var reading = Reading.Parse(typed.Value, column, used?.Lod, used?.Loq);
        if (!reading.IsDone)
            return Outcome<BenchReading>.Refused(reading.Refusals);
        var plausible = Plausibility.Check(reading.Value, _usual.GetValueOrDefault(analyteCode), sure);
        return plausible.IsDone ? new BenchReading(analyte, reading.Value, used) : Outcome<BenchReading>.Refused(plausible.Refusals);
    }

    /// <summary>Adds a reading, and its deed.</summary>
    /// <param name="last">The row that stands last in the cell; null for a cell that was never filled.</param>
    /// <param name="reason">Why a reading that counts is corrected.</param>
    public static EnteredReading Enter(BenchReading read, ReadingId id, EnteredReading? last, string? reason, Sample sample, Work work)
    {
        var enter = new EnterReading(
            sample.Code, read.Analyte.Code, read.Reading.Text, read.Reading.Lod, read.Reading.Loq, UncertaintyOf(read), read.Method?.Code, Reason: reason);
        return ReadingService.Add(read.Reading, read.Analyte, enter, last, sample, work, id);
    }

    private static decimal? UncertaintyOf(BenchReading read) =>
        read.Reading.Value is { } value && read.Method?.UncertaintyPercent is { } percent ? Math.Abs(value) * percent / 100m : null;
}

using System.Globalization;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Lab;
using Npgsql;

namespace BeeTrace.Web.Tests;

public sealed partial class World
{
    /// <summary>A sample that was drawn and stands in no laboratory yet.</summary>
    public async Task<SampleCode> DrawnSampleAsync(LotCode lot, SamplingBasis basis = SamplingBasis.RandomSurveillance, string? grade = null) =>
        (await Get<SampleService>().DrawAsync(new DrawSample(SampleId.New(), lot.ToString(), basis, grade, Today), Sampler)).Value;

    /// <summary>A sample that the laboratory has received.</summary>
    public async Task<SampleCode> SampleAsync(LotCode lot, SamplingBasis basis = SamplingBasis.RandomSurveillance, string? grade = null)
    {
        var code = await DrawnSampleAsync(lot, basis, grade);
        (await Get<SampleService>().ReceiveAsync(code, new(Today), Reviewer)).ShouldBeDone();
        return code;
    }

    /// <summary>The number under which a received sample is tested.</summary>
    public async Task<BlindCode> BlindAsync(SampleCode code) => (await Get<SampleQueries>().FindAsync(code, Reviewer))!.Sample.BlindCode!.Value;

    /// <summary>A reading as <see cref="Analyst"/> types it.</summary>
    public async Task<ReadingId> ReadingAsync(SampleCode sample, string analyte, string text, decimal? lod = null, decimal? loq = null) =>
        (await Get<ReadingService>().EnterAsync(new EnterReading(sample, analyte, text, lod, loq), Analyst)).Value;

    /// <summary>A sample with a reading for every analyte that the home market asks for, handed on for approval.</summary>
    /// <param name="readings">What to type instead of a good reading, by analyte.</param>
    public async Task<SampleCode> SubmittedSampleAsync(LotCode lot, params (string Analyte, string Text)[] readings)
    {
        var code = await SampleAsync(lot);
        await FillAsync(code, readings);
        return code;
    }

    /// <summary>Fills a received sample with a reading for every analyte that the home market asks for, and hands it on.</summary>
    /// <param name="readings">What to type instead of a good reading, by analyte.</param>
    public async Task FillAsync(SampleCode code, params (string Analyte, string Text)[] readings)
    {
        var sheet = (await Get<SampleQueries>().FindAsync(code, Analyst))!;
        foreach (var row in sheet.Rows.Where(row => row.Reading is null))
        {
            var text = readings.FirstOrDefault(r => r.Analyte == row.Analyte.Code).Text ?? await GoodReadingAsync(sheet.Sample, row.Analyte);
            await ReadingAsync(code, row.Analyte.Code, text, lod: text == "ND" ? 0.1m : null);
        }

        (await Get<SampleService>().SubmitAsync(code, Analyst)).ShouldBeDone();
    }

    /// <summary>A sample that <see cref="Reviewer"/> has approved.</summary>
    public async Task<SampleCode> ApprovedSampleAsync(LotCode lot, params (string Analyte, string Text)[] readings)
    {
        var code = await SubmittedSampleAsync(lot, readings);
        (await ApproveAsync(code, Reviewer)).ShouldBeDone();
        return code;
    }

    /// <summary>Counts the figures anew from the samples, as the operator would after a load.</summary>
    public async Task RecountRatesAsync()
    {
        await using var owner = NpgsqlDataSource.Create(Store.OwnerConnectionString);
        await using var recount = owner.CreateCommand("select lab.recount_rates()");
        await recount.ExecuteNonQueryAsync();
    }

    /// <summary>An approval by somebody who has just read the sheet.</summary>
    public async Task<Outcome<Verdict>> ApproveAsync(SampleCode code, Actor actor)
    {
        var version = (await Get<SampleQueries>().FindAsync(code, actor))!.Sample.Version;
        return await Get<ApprovalService>().ApproveAsync(code, version, actor);
    }

    /// <summary>A reading inside of every limit that the home market has for an analyte; not detected where nothing may be found.</summary>
    private async Task<string> GoodReadingAsync(Sample sample, Analyte analyte)
    {
        var limits = await SeeAsync(Analyst, async db =>
            (await LimitCatalogue.FindAsync(db, LimitCatalogue.HomeMarket, sample.Product, sample.DrawnOn, CancellationToken.None))!.Limits);
        var binding = limits.Where(l => l.Analyte == analyte.Code).ToList();
        if (analyte.Nature == AnalyteNature.Qualitative || binding.Exists(l => l.Comparator == Comparator.Absent))
            return "ND";
        return (binding.Max(l => l.Low), binding.Min(l => l.High)) switch
        {
            ({ } low, { } high) => Invariant((low + high) / 2),
            ({ } low, null) => Invariant(low * 1.05m),
            (null, { } high) => Invariant(high / 2),
            _ => "1",
        };
    }

    private static string Invariant(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}

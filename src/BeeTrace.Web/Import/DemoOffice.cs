using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Data;
using BeeTrace.Web.Registry;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Import;

/// <summary>
/// What the demo county's office has done and has still to do, all of it invented: a filed base with members, honours, a standard,
/// an inspection, and registrations that wait. Every id is fixed, so that a start that was interrupted goes on where it stopped.
/// </summary>
public sealed class DemoOffice(
    Database database, FirmService firms, FirmQueries firmQueries, BeekeeperService beekeepers, ApiaryService apiaries, InspectionService inspections,
    ApplicationService applications)
{
    private const string Inspected = "A330122-0003-G";
    private const string Filing = "3301-JD-0007";

    /// <param name="officer">The demo account of the county's office, in whose name the deeds are recorded.</param>
    /// <param name="exporter">The demo account of a firm.</param>
    public async Task WorkAsync(Actor officer, Actor exporter, CancellationToken cancel)
    {
        var firm = (await firmQueries.OwnAsync(exporter, cancel))!;
        Expect(await firms.FileBaseAsync(firm, new(new(Fixed(1)), Filing, "窄溪出口养蜂基地（示例）", "330122", new(2025, 3, 1)), officer, cancel));
        foreach (var licence in new[] { "330122-0003", "330122-0004" })
        {
            if (!await IsMemberAsync(licence, cancel))
                _ = (await firms.JoinAsync(Filing, licence, new(2025, 3, 1), officer, cancel)).Value;
        }

        Expect(await firms.RecordHonourAsync(firm, new(
            new(Fixed(2)), HonourKind.Brand, HonourLevel.Provincial, "省级名牌农产品（虚构示例）", "Provincial brand of farm produce (invented)", 2024, "示例文件〔2024〕7 号"), officer, cancel));
        Expect(await firms.RecordHonourAsync(firm, new(
            new(Fixed(3)), HonourKind.Award, HonourLevel.County, "县农业龙头企业（虚构示例）", "Leading farm enterprise of the county (invented)", 2022, "示例文件〔2022〕31 号"), officer, cancel));
        Expect(await firms.RecordStandardAsync(firm, new(
            new(Fixed(4)), "T/DEMO 001-2023", "蜂王浆冷链收购规范（虚构示例）", "Cold-chain buying of royal jelly (invented)", DraftingRole.Participant, 2023), officer, cancel));
        Expect(await inspections.RecordAsync(
            new(new(Fixed(5)), ApiaryCode.Parse(Inspected).Value, new(2026, 2, 12), 12, null, "抽看 12 群，蜂势良好；3 群见大蜂螨，已建议换王断子期处理。（虚构示例）",
                [new FoundDisease(BeeDisease.Varroa, DiseaseState.Confirmed, 3, "幼蜂翅残缺")]), officer, cancel));
        await LeaveWaitingAsync(officer, cancel);
    }

    /// <summary>An apiary beside one of the same beekeeper, another one by itself, a beekeeper with somebody's phone, and one who applies for an account.</summary>
    private async Task LeaveWaitingAsync(Actor officer, CancellationToken cancel)
    {
        Beekeeper second, first;
        await using (var work = await database.OpenAsync(Actor.System, cancel))
        {
            first = await work.Db.Beekeepers.SingleAsync(b => b.LicenceNumber == "330122-0001", cancel);
            second = await work.Db.Beekeepers.SingleAsync(b => b.LicenceNumber == "330122-0002", cancel);
        }

        var keeper = new Actor(new AccountId(Fixed(6)), second.NameZh, Role.Beekeeper, second.Id);
        var beside = new RegisterApiary("横村油菜二场", BeeSpecies.Mellifera, ApiaryKind.Fixed, 96, 29.8329m, 119.5620m, Datum.Wgs84, new(2026, 2, 20), "Brassica napus");
        _ = (await apiaries.RegisterAsync(new(Fixed(7)), beside, keeper, cancel: cancel)).Value;
        _ = (await apiaries.RegisterAsync(
            new(Fixed(8)), beside with { Name = "后山秋场", Species = BeeSpecies.Cerana, Colonies = 40, Latitude = 29.7620m, Longitude = 119.4105m, From = new(2026, 2, 24) }, keeper, cancel: cancel)).Value;
        _ = (await beekeepers.RegisterAsync(
            new(Fixed(9)),
            new("330122-0901", "周茂霖", "Zhou Maolin", BeekeeperKind.Individual, first.Phone, "浙江省桐庐县江南镇", "330122", new(2026, 2, 10)), officer, cancel)).Value;
        // The demo's applicant never signs in: nobody knows this password.
        Expect(await applications.ApplyAsync(
            new(new(Fixed(10)), second.NameZh, second.Kind, second.Phone ?? first.Phone, "浙江省桐庐县横村镇", "330122", second.LicenceNumber, null, false, null),
            Guid.NewGuid().ToString(), Actor.Public, cancel));
    }

    private async Task<bool> IsMemberAsync(string licence, CancellationToken cancel)
    {
        await using var work = await database.OpenAsync(Actor.System, cancel);
        return await (
            from m in work.Db.BaseMembers
            join b in work.Db.Beekeepers on m.BeekeeperId equals b.Id
            where b.LicenceNumber == licence
            select m.Id).AnyAsync(cancel);
    }

    private static Guid Fixed(int number) => new(0x019c_8d5f, 0xed00, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, (byte)number);

    private static void Expect(Outcome outcome)
    {
        if (!outcome.IsDone)
            throw new DataSetupException($"The demo county's office was refused: {outcome.Refusals[0].Code}.");
    }
}

using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using CsCheck;

namespace BeeTrace.Core.Tests.Lab;

public sealed class LimitProposalTests
{
    private static readonly TypedLimit Typed = new()
    {
        Market = "CN", Product = "HONEY", Analyte = "SUCROSE", Kind = LimitKind.Quality, Comparator = Comparator.AtMost, High = "5.0", Unit = "g/100 g", StandardCode = "GB 14963",
        Edition = "2027", Clause = "4.3", From = new DateOnly(2027, 1, 1), Source = "https://standards.test", Trust = SourceTrust.OfficialText,
    };

    private static Outcome<Limit> Read(TypedLimit typed) => typed.Read(Unit.GramPer100Gram);

    [Fact]
    public void The_digits_that_were_written_stay_and_the_limit_is_active()
    {
        var limit = Read(Typed with { High = "５．00" }).Value;
        limit.Describe().En.ShouldBe("≤ 5.00 g/100 g");
        (limit.Active, limit.Verified, limit.SourceMark, limit.Standard).ShouldBe((true, true, "OFFICIAL", "GB 14963-2027"));
    }

    [Theory]
    [InlineData("1,5", LabRefusal.CommaInNumber)]
    [InlineData("five", LabRefusal.NumberUnreadable)]
    [InlineData("5e3", LabRefusal.NumberUnreadable)]
    [InlineData("-5", LabRefusal.NegativeReading)]
    [InlineData("12345678901234567890123456789", LabRefusal.NumberUnreadable)]
    [InlineData(" ", LabRefusal.BoundMissing)]
    public void What_is_no_number_is_refused_beside_its_field(string typed, string code)
    {
        var refused = Read(Typed with { High = typed }).Refusals.ShouldHaveSingleItem();
        (refused.Code, refused.Field).ShouldBe((code, "High"));
    }

    [Fact]
    public void An_isotope_ratio_has_negative_bounds()
    {
        var typed = Typed with { Comparator = Comparator.Within, Low = "−29", High = "-23.5", Unit = "‰" };
        typed.Read(Unit.Parse("‰").Value).Value.Describe().En.ShouldBe("−29 – −23.5 ‰");
        typed.Read(Unit.GramPer100Gram).Refusals.ShouldHaveSingleItem().Code.ShouldBe(LabRefusal.UnitsDiffer);
    }

    [Fact]
    public void Everything_that_is_missing_is_said_at_once()
    {
        var refused = Read(Typed with { StandardCode = "", Clause = null, From = null, Source = " ", Trust = null, Unit = "furlong" }).Refusals;
        refused.Select(r => (r.Code, r.Field)).ShouldBe(
            [
                (LabRefusal.UnitUnknown, "Unit"), (LabRefusal.StandardMissing, "StandardCode"), (LabRefusal.ClauseMissing, "Clause"), (LabRefusal.InForceMissing, "From"),
                (LabRefusal.SourceMissing, "Source"), (LabRefusal.TrustMissing, "Trust"),
            ]);
    }

    [Theory]
    [InlineData(LimitKind.NotDetectable, Comparator.AtMost)]
    [InlineData(LimitKind.ReferencePointForAction, Comparator.Absent)]
    [InlineData(LimitKind.Quality, Comparator.Absent)]
    [InlineData(LimitKind.MaximumLevel, Comparator.OfSpecies)]
    public void Kind_and_comparison_have_to_fit(LimitKind kind, Comparator comparator) =>
        Read(Typed with { Kind = kind, Comparator = comparator, Species = "Apis mellifera" }).Refusals.ShouldHaveSingleItem().Code.ShouldBe(LabRefusal.KindAndComparator);

    [Fact]
    public void A_range_is_not_upside_down_and_days_are_in_order()
    {
        Read(Typed with { Comparator = Comparator.Within, Low = "6", High = "5" }).Refusals.ShouldHaveSingleItem().Code.ShouldBe(LabRefusal.BoundsReversed);
        Read(Typed with { To = new DateOnly(2026, 12, 31) }).Refusals.ShouldHaveSingleItem().Code.ShouldBe(LabRefusal.EndsBeforeBegin);
        Read(Typed with { NectarRule = NectarRule.In, NectarSources = " ; " }).Refusals.ShouldHaveSingleItem().Code.ShouldBe(LabRefusal.NectarSourcesMissing);
        Read(Typed with { State = DeclaredState.Bakers, NotState = DeclaredState.Bakers }).Refusals.ShouldHaveSingleItem().Code.ShouldBe(LabRefusal.StateContradicted);
    }

    [Fact]
    public void A_figure_that_nobody_saw_judges_nothing()
    {
        var note = Read(Typed with { Trust = SourceTrust.NotSeen }).Value;
        (note.Active, note.Verified, note.SourceMark).ShouldBe((false, false, "K"));
    }

    [Fact]
    public void Limits_of_one_question_never_meet_and_the_replaced_one_does_not_count()
    {
        var old = new Limit
        {
            Market = "CN", Product = "HONEY", Analyte = "SUCROSE", Kind = LimitKind.Quality, Comparator = Comparator.LessThan, High = 6m, Unit = "g/100 g", StandardCode = "GB 14963",
            Edition = "2011", InForceFrom = new DateOnly(2011, 10, 20), Active = true,
        };
        var next = Read(Typed).Value;
        LimitProposalRules.Check(next, null, [old]).Refusals.ShouldHaveSingleItem().Code.ShouldBe(LabRefusal.LimitOverlaps);
        LimitProposalRules.Check(next, old, [old]).IsDone.ShouldBeTrue();
        LimitProposalRules.Check(Read(Typed with { From = new DateOnly(2011, 10, 20) }).Value, old, [old]).Refusals.ShouldHaveSingleItem().Code.ShouldBe(LabRefusal.ReplacesBeforeBegin);
        LimitProposalRules.Check(Read(Typed with { Grade = "grade-1" }).Value, old, [old]).Refusals.ShouldHaveSingleItem().Code.ShouldBe(LabRefusal.ReplacesAnother);
        LimitProposalRules.Check(Read(Typed with { Comparator = Comparator.AtLeast, Low = "1" }).Value, null, [old]).IsDone.ShouldBeTrue("a lower bound is another question");
        LimitProposalRules.Check(Read(Typed with { StandardCode = "GH/T 18796" }).Value, null, [old]).IsDone.ShouldBeTrue("limits of different standards all count");
    }

    [Fact]
    public void A_standard_stays_one_standard_while_its_rows_come_from_two_editions()
    {
        var citrus = new Limit
        {
            Market = "CN", Product = "HONEY", Analyte = "SUCROSE", Kind = LimitKind.Quality, Comparator = Comparator.AtMost, High = 10m, Unit = "g/100 g", StandardCode = "GB 14963",
            Edition = "2011", NectarRule = NectarRule.In, NectarSources = ["Citrus spp."], Active = true,
        };
        var reading = new AnalyteReading("SUCROSE", Reading.Parse("7", Unit.GramPer100Gram, lod: null, loq: null).Value);
        var profile = new MarketProfile { Market = "CN", Version = "test", Rule = DecisionRule.CnFull };

        Verdict Of(string plant) => Judgement.Judge(
            new JudgedSample("HONEY", plant, Species: null, Grade: null, new DateOnly(2027, 6, 1)), [reading], profile, [citrus, Read(Typed).Value]).Verdict;

        Of("Citrus sinensis").ShouldBe(Verdict.Pass, "the row for citrus replaces the general one of the newer edition");
        Of("Brassica napus").ShouldBe(Verdict.Fail);
    }

    [Fact]
    public void A_limit_ends_once_and_not_before_it_began()
    {
        var limit = Read(Typed).Value;
        LimitProposalRules.CheckEnd(limit, null).Refusals.ShouldHaveSingleItem().Code.ShouldBe(LabRefusal.InForceMissing);
        LimitProposalRules.CheckEnd(limit, new DateOnly(2026, 12, 31)).Refusals.ShouldHaveSingleItem().Code.ShouldBe(LabRefusal.EndsBeforeBegin);
        LimitProposalRules.CheckEnd(limit, new DateOnly(2027, 1, 1)).IsDone.ShouldBeTrue();
        LimitProposalRules.CheckEnd(Read(Typed with { To = new DateOnly(2027, 6, 1) }).Value, new DateOnly(2027, 6, 1)).Refusals.ShouldHaveSingleItem().Code.ShouldBe(LabRefusal.LimitUnknown);
    }

    [Fact]
    public void Only_who_answers_for_verdicts_proposes() =>
        Enum.GetValues<Role>().Where(LimitProposalRules.MayPropose).ShouldBe([Role.Reviewer, Role.Signatory, Role.County], ignoreOrder: true);

    /// <summary>Two limits meet exactly where some day has both in force.</summary>
    [Fact]
    public void Meeting_is_having_a_day_in_common()
    {
        var first = new DateOnly(2026, 1, 1);
        var day = Gen.Int[-3, 12].Select(offset => offset < 0 ? (DateOnly?)null : first.AddDays(offset));
        Gen.Select(day, day, day, day).Where(d => !(d.Item2 < d.Item1) && !(d.Item4 < d.Item3)).Sample(d =>
        {
            var (one, other) = (In(d.Item1, d.Item2), In(d.Item3, d.Item4));
            var common = Enumerable.Range(-2, 18).Any(n => one.IsInForceOn(first.AddDays(n)) && other.IsInForceOn(first.AddDays(n)));
            return LimitQuestion.Meet(one, other) == common && LimitQuestion.Meet(other, one) == common;
        });

        static Limit In(DateOnly? from, DateOnly? to) => new()
        {
            Market = "CN", Product = "HONEY", Analyte = "HMF", Kind = LimitKind.Quality, Comparator = Comparator.AtMost, High = 1m, Unit = "mg/kg", InForceFrom = from, InForceTo = to,
        };
    }

    [Fact]
    public void The_order_in_which_plants_are_written_makes_no_other_question()
    {
        var one = Read(Typed with { NectarRule = NectarRule.In, NectarSources = "Citrus spp.; Robinia pseudoacacia" }).Value;
        var other = Read(Typed with { NectarRule = NectarRule.In, NectarSources = "Robinia pseudoacacia；Citrus spp." }).Value;
        LimitQuestion.Of(one).ShouldBe(LimitQuestion.Of(other));
    }
}

using CsCheck;

namespace BeeTrace.Core.Tests;

public class CodesTests
{
    private static readonly Gen<char> Character = Gen.Char[CheckCharacter.Alphabet];

    private static readonly Gen<string> Payload = Gen.String[Character, 1, 12];

    private static readonly Gen<string> AnyCode = Gen.OneOf(
        Gen.Select(Gen.Int[100000, 999999], Gen.Int[1, 9999], (county, serial) => ApiaryCode.Create($"{county}", serial).ToString()),
        Gen.Select(Gen.Int[2000, 2099], Gen.Int[1, 99999], (year, serial) => LotCode.Create(year, serial).ToString()),
        Gen.Select(Gen.Int[2000, 2099], Gen.Int[1, 99999], (year, serial) => SampleCode.Create(year, serial).ToString()),
        Gen.Select(Gen.Int[2000, 2099], Gen.Int[1, 99999], (year, serial) => ReportNumber.Create(year, serial).ToString()),
        Gen.Select(Gen.Int[2000, 2099], Gen.Int[1, 99999], (year, serial) => ConsignmentCode.Create(year, serial).ToString()),
        Gen.Select(Gen.Int[2000, 2099], Gen.String[Character, 8, 8], (year, random) => CertificateNumber.Create(year, random).ToString()));

    [Theory]
    [MemberData(nameof(Golden.Rows), "codes.csv", MemberType = typeof(Golden))]
    public void A_code_is_read_as_people_write_it(string kind, string typed, string canonical) =>
        Read(kind, typed).ShouldBe((canonical, null));

    [Theory]
    [InlineData("apiary", null)]
    [InlineData("apiary", "")]
    [InlineData("apiary", "330122-0007-8")]
    [InlineData("apiary", "A330122-007-8")]
    [InlineData("apiary", "A33012B-0007-8")]
    [InlineData("lot", "S18-00931-Z")]
    [InlineData("lot", "L18-00931")]
    [InlineData("lot", "L18-00931-ZZ")]
    [InlineData("lot", "L18-00931-U")]
    [InlineData("lot", "L18/00931/Z")]
    [InlineData("sample", "L18-00931-Z")]
    [InlineData("consignment", "L18-00931-Z")]
    [InlineData("consignment", "X18-0093-Z")]
    [InlineData("certificate", "BT-2018-7K3U-Y")]
    [InlineData("certificate", "20187K3MY")]
    public void What_has_not_the_form_is_malformed(string kind, string? typed) =>
        Read(kind, typed).ShouldBe(("", CodeRefusal.Malformed));

    [Theory]
    [InlineData("apiary", "A330122-0008-8")]
    [InlineData("lot", "L18-00391-Z")]
    [InlineData("sample", "S18-00931-Y")]
    [InlineData("consignment", "X18-00391-Z")]
    [InlineData("certificate", "BT-2018-K73M-Y")]
    public void A_slip_is_told_apart_from_a_wrong_form(string kind, string typed) =>
        Read(kind, typed).ShouldBe(("", CodeRefusal.CheckCharacter));

    [Fact]
    public void A_malformed_code_is_answered_with_an_example_that_is_right()
    {
        var refusal = LotCode.Parse("lot 12", "Lot").Refusals.ShouldHaveSingleItem();
        refusal.Field.ShouldBe("Lot");
        refusal.Arguments.ShouldBe(["lot 12", "L18-00931-Z"]);
    }

    [Fact]
    public void A_text_far_too_long_is_refused_and_not_repeated_whole() =>
        ((string)LotCode.Parse(new string('L', 100_000)).Refusals[0].Arguments[0]).Length.ShouldBeLessThan(100);

    [Fact]
    public void A_code_tells_its_parts()
    {
        ApiaryCode.Create("330122", 7).ShouldSatisfyAllConditions(c => c.County.ShouldBe("330122"), c => c.Serial.ShouldBe(7));
        LotCode.Create(2018, 931).ShouldSatisfyAllConditions(c => c.Year.ShouldBe(2018), c => c.Serial.ShouldBe(931));
        SampleCode.Create(2099, 99999).ShouldSatisfyAllConditions(c => c.Year.ShouldBe(2099), c => c.Serial.ShouldBe(99999));
        ReportNumber.Create(2026, 17).ShouldSatisfyAllConditions(c => c.Year.ShouldBe(2026), c => c.Serial.ShouldBe(17));
        ConsignmentCode.Create(2026, 17).ShouldSatisfyAllConditions(c => c.Year.ShouldBe(2026), c => c.Serial.ShouldBe(17));
        CertificateNumber.Create(2018, "7K3M2QX9").Year.ShouldBe(2018);
    }

    [Fact]
    public void No_code_is_no_code()
    {
        default(LotCode).ShouldSatisfyAllConditions(c => c.ToString().ShouldBe(""), c => c.Year.ShouldBe(0), c => c.Serial.ShouldBe(0));
        default(ApiaryCode).ShouldSatisfyAllConditions(c => c.ToString().ShouldBe(""), c => c.County.ShouldBe(""), c => c.Serial.ShouldBe(0));
    }

    [Fact]
    public void Numbers_that_do_not_fit_are_a_bug_of_the_caller()
    {
        Should.Throw<ArgumentException>(() => LotCode.Create(2018, 0));
        Should.Throw<ArgumentException>(() => LotCode.Create(2018, 100000));
        Should.Throw<ArgumentException>(() => SampleCode.Create(1999, 1));
        Should.Throw<ArgumentException>(() => ConsignmentCode.Create(2026, 0));
        Should.Throw<ArgumentException>(() => ApiaryCode.Create("33012", 1));
        Should.Throw<ArgumentException>(() => ApiaryCode.Create("330122", 10000));
        Should.Throw<ArgumentException>(() => CertificateNumber.Create(2018, "7K3M2QXU"));
        Should.Throw<ArgumentException>(() => CertificateNumber.Create(2018, "7K3M2QX"));
    }

    [Fact]
    public void A_printed_code_reads_back_as_itself() => AnyCode.Sample(code =>
    {
        Read(KindOf(code), code).ShouldBe((code, null));
        Read(KindOf(code), code.Replace("-", "").ToLowerInvariant()).ShouldBe((code, null));
    });

    [Fact]
    public void The_check_character_closes_the_sum_of_the_standard() => Payload.Sample(payload =>
    {
        // ISO/IEC 7064: the last intermediate product plus the check character is 1 modulo M.
        var carry = 32;
        foreach (var character in payload)
        {
            var sum = (carry + CheckCharacter.Alphabet.IndexOf(character)) % 32;
            carry = 2 * (sum == 0 ? 32 : sum) % 33;
        }

        ((carry + CheckCharacter.Alphabet.IndexOf(CheckCharacter.Of(payload))) % 32).ShouldBe(1);
        CheckCharacter.Fits(payload + CheckCharacter.Of(payload)).ShouldBeTrue();
    });

    [Fact]
    public void Every_single_wrong_character_is_caught() => Payload.Sample(payload =>
    {
        var right = payload + CheckCharacter.Of(payload);
        for (var i = 0; i < right.Length; i++)
        {
            foreach (var wrong in CheckCharacter.Alphabet.Where(c => c != right[i]))
                CheckCharacter.Fits($"{right[..i]}{wrong}{right[(i + 1)..]}").ShouldBeFalse();
        }
    });

    [Fact]
    public void Every_single_wrong_character_of_a_printed_code_is_caught() => AnyCode.Sample(code =>
    {
        var start = code.StartsWith("BT", StringComparison.Ordinal) ? 2 : 1;
        for (var i = start; i < code.Length; i++)
        {
            foreach (var wrong in CheckCharacter.Alphabet.Where(c => code[i] != '-' && c != code[i]))
                Read(KindOf(code), $"{code[..i]}{wrong}{code[(i + 1)..]}").Refused.ShouldNotBeNull();
        }
    });

    [Fact]
    public void All_but_one_in_five_hundred_swaps_of_neighbours_are_caught()
    {
        // Exhaustive: whatever stands before it, a pair of neighbours meets one of 32 intermediate products, and each of the
        // 32 characters leads to another one. What stands behind the pair cannot undo a difference.
        var (swaps, missed) = (0, 0);
        foreach (var before in CheckCharacter.Alphabet)
        {
            foreach (var first in CheckCharacter.Alphabet)
            {
                foreach (var second in CheckCharacter.Alphabet.Where(c => c != first))
                {
                    swaps++;
                    if (CheckCharacter.Of($"{before}{first}{second}") == CheckCharacter.Of($"{before}{second}{first}"))
                        missed++;
                }
            }
        }

        (swaps, missed).ShouldBe((31_744, 64));
    }

    [Fact]
    public void All_but_one_in_one_hundred_and_sixty_swaps_of_digits_are_caught()
    {
        const string digits = "0123456789";
        var (swaps, missed) = (0, 0);
        foreach (var before in CheckCharacter.Alphabet)
        {
            foreach (var first in digits)
            {
                foreach (var second in digits.Where(c => c != first))
                {
                    swaps++;
                    if (CheckCharacter.Of($"{before}{first}{second}") == CheckCharacter.Of($"{before}{second}{first}"))
                        missed++;
                }
            }
        }

        (swaps, missed).ShouldBe((2_880, 18));
    }

    [Fact]
    public void A_swap_of_the_last_character_with_the_check_character_is_caught_as_often()
    {
        var (swaps, missed) = (0, 0);
        foreach (var before in CheckCharacter.Alphabet)
        {
            foreach (var last in CheckCharacter.Alphabet)
            {
                var check = CheckCharacter.Of($"{before}{last}");
                if (check == last)
                    continue;
                swaps++;
                if (CheckCharacter.Fits($"{before}{check}{last}"))
                    missed++;
            }
        }

        (swaps, missed).ShouldBe((992, 2));
    }

    private static string KindOf(string code) => code[0] switch { 'A' => "apiary", 'L' => "lot", 'S' => "sample", 'R' => "report", 'X' => "consignment", _ => "certificate" };

    private static (string Code, string? Refused) Read(string kind, string? typed)
    {
        return kind switch
        {
            "apiary" => Told(ApiaryCode.Parse(typed)),
            "lot" => Told(LotCode.Parse(typed)),
            "sample" => Told(SampleCode.Parse(typed)),
            "report" => Told(ReportNumber.Parse(typed)),
            "consignment" => Told(ConsignmentCode.Parse(typed)),
            "certificate" => Told(CertificateNumber.Parse(typed)),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

        static (string, string?) Told<TCode>(Outcome<TCode> outcome) =>
            outcome.IsDone ? (outcome.Value!.ToString()!, null) : ("", outcome.Refusals.Single().Code);
    }
}

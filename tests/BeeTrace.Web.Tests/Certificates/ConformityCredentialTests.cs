using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using BeeTrace.Core;
using BeeTrace.Web.Certificates;

namespace BeeTrace.Web.Tests.Certificates;

/// <summary>What UNTP 0.6.0 demands of a Digital Conformity Credential, and what a certificate may be made to say in it. Every name is invented.</summary>
public sealed class ConformityCredentialTests
{
    private const string Home = "https://beetrace.example";

    private static readonly string Sha256 = new('a', 64);

    private static readonly string[] AssessorLevels = ["Self", "Commercial", "Buyer", "Membership", "Unspecified", "3rdParty"];

    private static readonly string[] Types = ["testing", "verification"];

    // Objects to which the form allows these members and no other.
    private static readonly Dictionary<string, string[]> Closed = new(StringComparer.Ordinal)
    {
        ["issuer"] = ["type", "id", "name", "issuerAlsoKnownAs"],
        ["conformityCertificate"] = ["type", "linkURL", "linkName", "linkType", "hashDigest", "hashMethod", "encryptionMethod"],
        ["auditableEvidence"] = ["type", "linkURL", "linkName", "linkType", "hashDigest", "hashMethod", "encryptionMethod"],
        ["referenceStandard"] = ["type", "id", "name", "issuingParty", "issueDate"],
        ["referenceRegulation"] = ["type", "id", "name", "jurisdictionCountry", "administeredBy", "effectiveDate"],
        ["assessmentCriteria"] = ["type", "id", "name", "description", "conformityTopic", "status", "subCriterion", "thresholdValue", "performanceLevel", "tags"],
        ["declaredValue"] = ["type", "metricName", "metricValue", "score", "accuracy"],
        ["metricValue"] = ["type", "value", "unit"],
    };

    // Members without which the form refuses the object.
    private static readonly Dictionary<string, string[]> Demanded = new(StringComparer.Ordinal)
    {
        [""] = ["@context", "id", "issuer"],
        ["issuer"] = ["id", "name"],
        ["issuerAlsoKnownAs"] = ["id", "name"],
        ["credentialSubject"] = ["id", "assessorLevel", "assessmentLevel", "attestationType", "issuedToParty"],
        ["issuedToParty"] = ["id", "name"],
        ["assessment"] = ["id", "conformance", "conformityTopic"],
        ["assessedOrganisation"] = ["id", "name"],
        ["referenceStandard"] = ["issuingParty"],
        ["issuingParty"] = ["id", "name"],
        ["referenceRegulation"] = ["administeredBy"],
        ["administeredBy"] = ["id", "name"],
        ["assessmentCriteria"] = ["id", "name", "description", "conformityTopic", "status"],
        ["declaredValue"] = ["metricName", "metricValue"],
        ["metricValue"] = ["value", "unit"],
        ["product"] = ["id", "name"],
        ["facility"] = ["id", "name"],
        ["idScheme"] = ["id", "name"],
    };

    public static TheoryData<string> Kinds => ["batch-test", "pass-rate", "county", "consignment", "entrusted", "demo"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_object_has_what_the_form_demands_and_nothing_that_it_forbids(string kind)
    {
        var objects = Objects("", Read(Content(kind))).ToList();

        objects.Count.ShouldBeGreaterThan(20);
        foreach (var (name, value) in objects)
        {
            var members = value.EnumerateObject().Select(m => m.Name).ToList();
            members.ShouldBeUnique();
            Demanded.GetValueOrDefault(name, []).Except(members).ShouldBeEmpty(name);
            if (Closed.TryGetValue(name, out var allowed))
                members.Except(allowed).ShouldBeEmpty(name);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Members_have_the_type_of_the_form_and_none_is_null_or_empty(string kind)
    {
        var members = Objects("", Read(Content(kind))).SelectMany(o => o.Value.EnumerateObject()).ToList();

        foreach (var member in members)
        {
            var expected = member.Name switch
            {
                "conformance" => member.Value.ValueKind is JsonValueKind.True ? JsonValueKind.True : JsonValueKind.False,
                "value" => JsonValueKind.Number,
                "@context" or "type" or "assessment" or "assessmentCriteria" or "declaredValue" or "assessedProduct" or "assessedFacility" or "issuerAlsoKnownAs" => JsonValueKind.Array,
                "issuer" or "credentialSubject" or "issuedToParty" or "conformityCertificate" or "auditableEvidence" or "referenceStandard" or "referenceRegulation"
                    or "issuingParty" or "administeredBy" or "metricValue" or "product" or "facility" or "idScheme" or "assessedOrganisation" => JsonValueKind.Object,
                _ => JsonValueKind.String,
            };
            member.Value.ValueKind.ShouldBe(expected, member.Name);
            if (member.Value.ValueKind is JsonValueKind.Array)
                member.Value.GetArrayLength().ShouldBeGreaterThan(0, member.Name);
            if (member.Value.ValueKind is JsonValueKind.String)
                member.Value.GetString().ShouldNotBeNullOrWhiteSpace(member.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Codes_come_from_the_lists_of_the_form_and_no_accreditation_is_claimed(string kind)
    {
        string[] topics = ["social.safety", "governance.transparency"];
        var subject = Read(Content(kind)).GetProperty("credentialSubject");

        AssessorLevels.ShouldContain(subject.GetProperty("assessorLevel").GetString());
        Types.ShouldContain(subject.GetProperty("attestationType").GetString());
        subject.GetProperty("assessmentLevel").GetString().ShouldBe("Unspecified");
        subject.TryGetProperty("authorisation", out _).ShouldBeFalse();
        Objects("", subject).Where(o => o.Value.TryGetProperty("conformityTopic", out _))
            .ShouldAllBe(o => topics.Contains(o.Value.GetProperty("conformityTopic").GetString()));
        Objects("", subject).Where(o => o.Name == "assessmentCriteria").ShouldAllBe(o => o.Value.GetProperty("status").GetString() == "active");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_id_and_link_is_an_absolute_address_in_plain_characters_and_assessments_have_their_own(string kind)
    {
        var credential = Read(Content(kind));
        var ids = Objects("", credential).SelectMany(o => o.Value.EnumerateObject())
            .Where(m => m.Name is "id" or "linkURL").Select(m => m.Value.GetString()!).ToList();

        ids.Count.ShouldBeGreaterThan(10);
        ids.ShouldAllBe(id => Uri.IsWellFormedUriString(id, UriKind.Absolute) && id.All(char.IsAscii));
        Assessments(credential).Select(a => a.GetProperty("id").GetString()).ShouldBeUnique();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_frame_says_which_form_it_is_who_issued_it_and_since_when(string kind)
    {
        var credential = Read(Content(kind));

        credential.EnumerateObject().First().Name.ShouldBe("@context");
        Texts(credential.GetProperty("@context")).ShouldBe(["https://www.w3.org/ns/credentials/v2", "https://test.uncefact.org/vocabulary/untp/dcc/0.6.0/"]);
        Texts(credential.GetProperty("type")).ShouldBe(["DigitalConformityCredential", "VerifiableCredential"]);
        credential.GetProperty("id").GetString().ShouldBe($"{Home}/c/BT-2018-7K3M-2QX9-D");
        credential.GetProperty("validFrom").GetString().ShouldBe("2018-06-04T00:00:00+08:00");
        credential.TryGetProperty("validUntil", out _).ShouldBeFalse();
        credential.GetProperty("issuer").GetProperty("id").GetString().ShouldBe("did:web:beetrace.example");
        credential.GetProperty("issuer").GetProperty("name").GetString()!.ShouldContain("桐庐县公共检测中心");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_content_is_linked_with_its_hash_and_the_paper_without_one(string kind)
    {
        var subject = Read(Content(kind)).GetProperty("credentialSubject");

        var evidence = subject.GetProperty("auditableEvidence");
        evidence.GetProperty("linkURL").GetString().ShouldBe($"{Home}/c/BT-2018-7K3M-2QX9-D.json");
        evidence.GetProperty("hashDigest").GetString().ShouldBe(Sha256);
        evidence.GetProperty("hashMethod").GetString().ShouldBe("SHA-256");
        var paper = subject.GetProperty("conformityCertificate");
        paper.GetProperty("linkURL").GetString().ShouldBe($"{Home}/c/BT-2018-7K3M-2QX9-D.pdf");
        paper.TryGetProperty("hashDigest", out _).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_same_content_gives_the_same_bytes_also_after_it_was_stored(string kind)
    {
        var content = Content(kind);
        var bytes = ConformityCredential.Write(content, Sha256);

        ConformityCredential.Write(Content(kind), Sha256).ShouldBe(bytes);
        ConformityCredential.Write(CertificateContent.Read(content.ToCanonicalJson()), Sha256).ShouldBe(bytes);
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            ConformityCredential.Write(content, Sha256).ShouldBe(bytes);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Every_analyte_is_told_once_judged_as_an_assessment_or_unjudged_in_the_description()
    {
        var content = Content("batch-test");
        var credential = Read(content);
        var names = Assessments(credential).Select(a => a.GetProperty("name").GetString()!).ToList();
        string description = credential.GetProperty("credentialSubject").GetProperty("description").GetString()!;

        names.Count.ShouldBe(6);
        names.ShouldBeUnique();
        foreach (var item in content.BatchTest!.Items)
        {
            var judged = item.Verdict is "Pass" or "Fail" or "ConditionalPass" or "ConditionalFail";
            names.Count(n => n == $"{item.Analyte.Name.Zh} / {item.Analyte.Name.En}").ShouldBe(judged ? 1 : 0, item.Analyte.Code);
            Regex.Count(description, Regex.Escape($"{item.Analyte.Name.En} {item.Reading.En}")).ShouldBe(judged ? 0 : 1, item.Analyte.Code);
        }
    }

    [Fact]
    public void Verdicts_become_true_or_false_and_a_conditional_pass_is_a_pass()
    {
        var conformance = Assessments(Read(Content("batch-test"))).ToDictionary(a => a.GetProperty("name").GetString()!.Split(" / ")[1], a => a.GetProperty("conformance").GetBoolean());

        conformance.Where(c => !c.Value).Select(c => c.Key).ShouldBe(["Moulds"]);
        conformance["Sucrose"].ShouldBeTrue();
    }

    [Theory]
    [InlineData("LEAD", "0.420", "NA", "Lead")]
    [InlineData("SUCROSE", "2.10", "P1", "Sucrose")]
    [InlineData("MOULDS", "1700", "ZZ", "Moulds, CFU/g")]
    public void A_plain_number_keeps_every_digit_and_has_a_unit_of_recommendation_20(string analyte, string digits, string unit, string metric)
    {
        var value = Assessment(Read(Content("batch-test")), analyte).GetProperty("declaredValue").EnumerateArray().ShouldHaveSingleItem();

        value.GetProperty("metricName").GetString().ShouldBe(metric);
        value.GetProperty("metricValue").GetProperty("value").GetRawText().ShouldBe(digits);
        value.GetProperty("metricValue").GetProperty("unit").GetString().ShouldBe(unit);
    }

    [Theory]
    [InlineData("AMITRAZ", "Reading < 10 µg/kg")]
    [InlineData("CHLORAMPHENICOL", "Reading Not detected (LOD 0.1 µg/kg)")]
    [InlineData("SALMONELLA", "Reading Not detected in 25 g")]
    public void What_is_no_number_is_told_in_words_and_never_as_zero(string analyte, string reading)
    {
        var assessment = Assessment(Read(Content("batch-test")), analyte);

        assessment.TryGetProperty("declaredValue", out _).ShouldBeFalse();
        assessment.GetProperty("description").GetString()!.ShouldContain(reading);
    }

    [Fact]
    public void A_limit_is_a_criterion_and_a_mandatory_standard_is_also_a_regulation()
    {
        var credential = Read(Content("batch-test"));

        var lead = Assessment(credential, "LEAD");
        lead.GetProperty("referenceStandard").GetProperty("name").GetString().ShouldBe("GB 14963-2011");
        lead.GetProperty("referenceStandard").TryGetProperty("issueDate", out _).ShouldBeFalse();
        lead.GetProperty("referenceRegulation").GetProperty("jurisdictionCountry").GetString().ShouldBe("CN");
        lead.GetProperty("assessmentCriteria")[0].GetProperty("description").GetString()!.ShouldContain("≤ 1.0 mg/kg");
        Assessment(credential, "CHLORAMPHENICOL").GetProperty("referenceRegulation").GetProperty("name").GetString().ShouldBe("农业农村部公告第250号 / MARA Announcement 250");
        Assessment(credential, "SUCROSE").TryGetProperty("referenceRegulation", out _).ShouldBeFalse();
        Assessment(credential, "SUCROSE").GetProperty("referenceStandard").GetProperty("issuingParty").GetProperty("name").GetString()!.ShouldContain("GH/T");
        Assessment(credential, "SUCROSE").GetProperty("assessmentCriteria")[0].GetProperty("description").GetString()!.ShouldContain("No source of this limit has been seen");
    }

    [Fact]
    public void A_lot_is_named_by_its_page_and_its_origin_by_the_county()
    {
        var credential = Read(Content("batch-test"));

        foreach (var assessment in Assessments(credential))
        {
            assessment.GetProperty("assessmentDate").GetString().ShouldBe("2018-06-01");
            var product = assessment.GetProperty("assessedProduct")[0].GetProperty("product");
            product.GetProperty("id").GetString().ShouldBe($"{Home}/lot/L18-00931-C");
            product.GetProperty("batchNumber").GetString().ShouldBe("L18-00931-C");
            assessment.GetProperty("assessedFacility")[0].GetProperty("facility").GetProperty("registeredId").GetString().ShouldBe("330122");
        }
    }

    [Fact]
    public void Rare_characters_are_written_as_themselves_and_the_text_is_compact()
    {
        string text = Encoding.UTF8.GetString(ConformityCredential.Write(Content("batch-test"), Sha256));

        text.ShouldContain("新龙村㐀𬭚蜂业“合作社”");
        text.ShouldContain("\"registeredId\":\"91330122MA9GHCXT03\"");
        text.ShouldNotContain("\\u");
        text.ShouldNotContain("\": ");
        text.ShouldContain("Xinlong \\\"Bee\\\"");
    }

    [Theory]
    [InlineData("RandomSurveillance", "3rdParty")]
    [InlineData("Targeted", "3rdParty")]
    [InlineData("Entrusted", "Commercial")]
    [InlineData("SelfCheck", "Commercial")]
    [InlineData("ExportBatch", "Commercial")]
    [InlineData("ReTest", "Unspecified")]
    public void The_laboratory_is_a_third_party_only_where_an_authority_ordered_the_sampling(string basis, string level)
    {
        var content = Content("batch-test");
        content = content with { BatchTest = content.BatchTest! with { Basis = basis } };

        Read(content).GetProperty("credentialSubject").GetProperty("assessorLevel").GetString().ShouldBe(level);
    }

    [Fact]
    public void A_pass_rate_counts_by_product_and_is_true_where_every_judged_batch_passed()
    {
        var assessments = Assessments(Read(Content("pass-rate")));

        assessments.Select(a => a.GetProperty("conformance").GetBoolean()).ShouldBe([true, false]);
        assessments.ShouldAllBe(a => a.GetProperty("assessedOrganisation").GetProperty("registeredId").GetString() == "91330122MA9GHCXT03");
        Values(assessments[0]).ShouldBe(["60", "60", "60", "0", "0.9512991990", "0.9403751220", "1.0000000000"]);
        Values(assessments[1]).ShouldBe(["31", "30", "29", "1"]);
        assessments[0].GetProperty("assessmentDate").GetString().ShouldBe("2018-06-04");
    }

    [Fact]
    public void A_product_of_which_no_batch_was_judged_is_no_assessment()
    {
        string description = Read(Content("pass-rate")).GetProperty("credentialSubject").GetProperty("description").GetString()!;

        description.ShouldContain("Products without a judged batch: Beeswax (2 drawn).");
        description.ShouldContain("A statistical statement on sampled batches");
    }

    [Fact]
    public void A_rate_of_the_whole_county_is_issued_to_no_firm()
    {
        var subject = Read(Content("county")).GetProperty("credentialSubject");

        subject.GetProperty("issuedToParty").GetProperty("registeredId").GetString().ShouldBe("330122");
        subject.GetProperty("issuedToParty").GetProperty("description").GetString()!.ShouldContain("All sampled firms of the county (14)");
        subject.GetProperty("assessment").EnumerateArray()
            .SelectMany(a => a.EnumerateObject()).ShouldAllBe(m => m.Name != "assessedOrganisation");
    }

    [Fact]
    public void Each_lot_of_a_consignment_points_to_its_own_certificate()
    {
        var credential = Read(Content("consignment"));
        var lines = Assessments(credential);

        lines.Count.ShouldBe(3);
        lines.Select(l => l.GetProperty("assessmentCriteria")[0].GetProperty("id").GetString())
            .ShouldBe([$"{Home}/c/BT-2018-AAAA-AAAA-A", $"{Home}/c/BT-2018-BBBB-BBBB-B", $"{Home}/c/BT-2018-CCCC-CCCC-C"]);
        lines.Select(l => l.GetProperty("conformance").GetBoolean()).ShouldBe([true, true, false]);
        Values(lines[0]).ShouldBe(["1200.000", "1250.500"]);
        lines[1].GetProperty("description").GetString()!.ShouldContain("Not judged under the limits of Germany.");
        credential.GetProperty("credentialSubject").GetProperty("attestationType").GetString().ShouldBe("verification");
        credential.GetProperty("credentialSubject").GetProperty("description").GetString()!.ShouldContain("Container MSKU1234565.");
    }

    [Fact]
    public void Invented_names_say_so_and_a_successor_names_what_it_replaces()
    {
        var credential = Read(Content("demo"));

        credential.GetProperty("issuer").GetProperty("name").GetString()!.ShouldContain("(demo)");
        var subject = credential.GetProperty("credentialSubject");
        subject.GetProperty("issuedToParty").GetProperty("name").GetString()!.ShouldEndWith("(fictitious)");
        subject.GetProperty("description").GetString()!.ShouldContain("are fictitious.");
        subject.GetProperty("description").GetString()!.ShouldContain("BT-2018-XXXX-XXXX-X");
    }

    [Fact]
    public void A_port_and_a_folder_are_part_of_the_issuer()
    {
        var content = Content("batch-test") with { CheckAddress = "http://localhost:5080/bees/c/BT-2018-7K3M-2QX9-D" };

        Read(content).GetProperty("issuer").GetProperty("id").GetString().ShouldBe("did:web:localhost%3A5080:bees");
    }

    [Fact]
    public void Content_of_no_kind_has_no_credential() =>
        Should.Throw<ArgumentException>(() => ConformityCredential.Write(Content("batch-test") with { BatchTest = null }, Sha256));

    private static JsonElement Read(CertificateContent content) => JsonDocument.Parse(ConformityCredential.Write(content, Sha256)).RootElement;

    private static List<JsonElement> Assessments(JsonElement credential) => [.. credential.GetProperty("credentialSubject").GetProperty("assessment").EnumerateArray()];

    private static JsonElement Assessment(JsonElement credential, string analyte) =>
        Assessments(credential).Single(a => a.GetProperty("id").GetString()!.EndsWith("#assessment-" + analyte, StringComparison.Ordinal));

    private static IEnumerable<string> Texts(JsonElement array) => array.EnumerateArray().Select(t => t.GetString()!);

    private static IEnumerable<string> Values(JsonElement assessment) =>
        assessment.GetProperty("declaredValue").EnumerateArray().Select(v => v.GetProperty("metricValue").GetProperty("value").GetRawText());

    /// <summary>Every object below, with the name of the member that it stands in.</summary>
    private static IEnumerable<(string Name, JsonElement Value)> Objects(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => [(name, value), .. value.EnumerateObject().SelectMany(m => Objects(m.Name, m.Value))],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Objects(name, item)),
        _ => [],
    };

    private static CertificateContent Content(string kind)
    {
        var blank = new CertificateContent
        {
            Number = "BT-2018-7K3M-2QX9-D",
            Kind = kind,
            IssuedOn = new DateOnly(2018, 6, 4),
            Issuer = new("桐庐县公共检测中心", "Tonglu County Public Testing Centre"),
            Signatory = "沈之衡",
            CheckAddress = $"{Home}/c/BT-2018-7K3M-2QX9-D",
            Demo = false,
        };
        return kind switch
        {
            "batch-test" => blank with { BatchTest = Batch },
            "entrusted" => blank with { BatchTest = Batch with { Basis = "Entrusted" } },
            "demo" => blank with { BatchTest = Batch, Demo = true, Replaces = "BT-2018-XXXX-XXXX-X" },
            "pass-rate" => blank with { PassRate = Rate },
            "county" => blank with { PassRate = Rate with { Firm = null, Firms = 14 } },
            _ => blank with { Consignment = Goods },
        };
    }

    private static NamedCode Firm => new("91330122MA9GHCXT03", new("新龙村㐀𬭚蜂业“合作社”", "Xinlong \"Bee\" Cooperative"));

    private static NamedCode County => new("330122", new("桐庐县", "Tonglu County"));

    private static NamedCode Honey => new("HONEY", new("蜂蜜", "Honey"));

    private static BatchTestContent Batch => new()
    {
        Firm = Firm,
        Lot = "L18-00931-C",
        LotMassKg = "3600.000",
        Product = Honey,
        HarvestedOn = new DateOnly(2018, 5, 12),
        Species = "Apis mellifera",
        County = County,
        Sample = "S18-00931-C",
        Basis = "RandomSurveillance",
        DrawnOn = new DateOnly(2018, 5, 20),
        ApprovedOn = new DateOnly(2018, 6, 1),
        Market = "CN",
        ProfileVersion = "CN-2018.2",
        Rule = "CN_FULL",
        Verdict = "Pass",
        Items =
        [
            Item("SUCROSE", new("蔗糖", "Sucrose"), Same("2.10 g/100 g"), Same("≤ 5 g/100 g"), Same("GH/T 18796-2012"), "ConditionalPass", verified: false),
            Item("LEAD", new("铅", "Lead"), Same("0.420 mg/kg"), Same("≤ 1.0 mg/kg"), Same("GB 14963-2011"), "Pass"),
            Item("MOULDS", new("霉菌计数", "Moulds"), Same("1700 CFU/g"), Same("≤ 200 CFU/g"), Same("GB 14963-2011"), "Fail"),
            Item("AMITRAZ", new("双甲脒", "Amitraz"), new("<10 µg/kg", "< 10 µg/kg"), Same("≤ 200 µg/kg"), new("农业部公告第235号", "MOA Announcement 235"), "Pass"),
            Item("CHLORAMPHENICOL", new("氯霉素", "Chloramphenicol"), new("未检出（检出限 0.1 µg/kg）", "Not detected (LOD 0.1 µg/kg)"), new("不得检出", "not detectable"), new("农业农村部公告第250号", "MARA Announcement 250"), "Pass"),
            Item("SALMONELLA", new("沙门氏菌", "Salmonella"), new("未检出/25 g", "Not detected in 25 g"), new("不得检出/25 g", "absent in 25 g"), Same("GB 14963-2011"), "Pass"),
            Item("ASH", new("灰分", "Ash"), Same("0.12 %"), null, null, "NoLimit"),
            Item("PH", new("酸碱度", "pH"), Same("3.90"), null, null, "NoLimit"),
        ],
    };

    private static BatchTestItem Item(string code, Bilingual name, Bilingual reading, Bilingual? limit, Bilingual? standard, string verdict, bool verified = true) => new()
    {
        Analyte = new NamedCode(code, name),
        Reading = reading,
        Limit = limit,
        Standard = standard,
        Method = "GB 5009.12-2017",
        Rule = "CN_FULL",
        Verdict = verdict,
        LimitVerified = verified,
    };

    private static Bilingual Same(string text) => new(text, text);

    private static PassRateContent Rate => new()
    {
        Firm = Firm,
        County = County,
        From = new DateOnly(2018, 1, 1),
        To = new DateOnly(2018, 5, 31),
        Basis = "RoutineMonitoring",
        Drawn = 93,
        Judged = 90,
        Passed = 89,
        Inconclusive = 1,
        Firms = 1,
        Profiles = ["CN-2018.2"],
        Rule = "CN_FULL",
        Analytes = 13,
        ByProduct =
        [
            new(new("RJ_FRESH", new("鲜蜂王浆", "Fresh royal jelly")), 60, 60, 60, 0, new("0.9512991990", "0.9403751220", "1.0000000000")),
            new(Honey, 31, 30, 29, 1, null),
            new(new("WAX", new("蜂蜡", "Beeswax")), 2, 0, 0, 0, null),
        ],
        Samples = ["S18-00931-C"],
        // Already the next day in China.
        AsOf = new DateTimeOffset(2018, 6, 3, 17, 0, 0, TimeSpan.Zero),
    };

    private static ConsignmentContent Goods => new()
    {
        Firm = Firm,
        Destination = new NamedCode("DE", new("德国", "Germany")),
        Container = "MSKU1234565",
        Lines =
        [
            Line("L18-00001-A", "BT-2018-AAAA-AAAA-A", "Pass"),
            Line("L18-00002-B", "BT-2018-BBBB-BBBB-B", null),
            Line("L18-00003-C", "BT-2018-CCCC-CCCC-C", "Fail"),
        ],
        NetMassKg = "3600.000",
        Origins = [new OriginShare(County, "3600.000", "100.0")],
    };

    private static ConsignmentLine Line(string lot, string certificate, string? verdict) => new()
    {
        Lot = lot,
        Product = Honey,
        NetMassKg = "1200.000",
        LotMassKg = "1250.500",
        HarvestedOn = new DateOnly(2018, 5, 1),
        County = County,
        Species = "Apis mellifera",
        Certificate = certificate,
        CertificateSha256 = new string('b', 64),
        Verdict = verdict,
    };
}

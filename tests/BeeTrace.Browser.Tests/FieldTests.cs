using System.Globalization;
using System.Text.Json;
using BeeTrace.Browser.Tests.Screens;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Data;
using BeeTrace.Web.Registry;
using BeeTrace.Web.Shell;
using Microsoft.Playwright;

namespace BeeTrace.Browser.Tests;

/// <summary>Writing in the field: the line is cut, the tab closed, the browser killed. All that was typed is kept, nothing arrives twice.</summary>
public sealed class FieldTests(RunningProduct product, Browsers browsers)
{
    private static readonly DateOnly Today = ChinaTime.DayOf(TimeProvider.System.GetUtcNow());

    /// <summary>The texts of a treatment that the sequences type, by the names of their inputs.</summary>
    private static readonly string[] Inputs = ["Medicine", "Indication", "Colonies", "Dose", "WithdrawalDays", "Supplier", "Remarks"];

    private enum Mishap
    {
        None,
        LineIsCut,
        TabIsClosed,
        PageIsReloaded,
        BrowserIsKilled,
    }

    [Fact]
    public async Task Whatever_happens_while_writing_all_is_kept_and_arrives_once()
    {
        var sequences = Environment.GetEnvironmentVariable("BEETRACE_LONG") == "1" ? 200 : 6;
        await using var phone = await FieldPhone.TakeAsync(product);
        await phone.OpenAsync("/keeper");
        var form = $"/keeper/apiaries/{await AnApiaryAsync(phone)}/treatments/new";
        await phone.OpenAsync(form);
        await phone.PageIsKeptAsync(form);
        await phone.PageIsKeptAsync("/keeper/outbox");
        var expected = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        for (var seed = 1; seed <= sequences; seed++)
        {
            var written = await WriteOneAsync(phone, form, seed);
            expected.Add(written["Medicine"], written);
        }

        await phone.MendLineAsync();
        await phone.OpenAsync("/keeper/outbox");
        await phone.ReadyAsync();
        var arrived = (await OwnDataAsync(phone)).GetProperty("treatments").EnumerateArray().ToLookup(t => t.GetProperty("medicine").GetString()!);
        foreach (var (medicine, written) in expected)
        {
            var treatment = arrived[medicine].ShouldHaveSingleItem($"{medicine} arrives once");
            foreach (var input in Inputs)
            {
                var field = treatment.GetProperty(char.ToLowerInvariant(input[0]) + input[1..]);
                (field.ValueKind == JsonValueKind.Number ? field.GetInt32().ToString(CultureInfo.InvariantCulture) : field.GetString()).ShouldBe(written[input], $"{medicine}: {input}");
            }
        }
    }

    [Fact]
    public async Task Chinese_that_is_being_composed_is_left_alone_and_kept()
    {
        await using var phone = await FieldPhone.TakeAsync(product);
        await phone.OpenAsync("/keeper");
        var form = $"/keeper/apiaries/{await AnApiaryAsync(phone)}/disease";
        await phone.OpenAsync(form);
        await phone.ReadyAsync();
        var signs = phone.Page.Locator("#Signs");
        await signs.FillAsync("巢门前");
        await signs.PressAsync("End");
        // What the page does to the field while the input method composes, if it does anything.
        await phone.Page.EvaluateAsync("""
            () => {
              const input = document.getElementById('Signs'), own = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value');
              window.setWhileComposing = 0;
              let composing = false;
              input.addEventListener('compositionstart', () => { composing = true; }, true);
              input.addEventListener('compositionend', () => { composing = false; }, true);
              Object.defineProperty(input, 'value', { get() { return own.get.call(this); }, set(text) { window.setWhileComposing += composing; own.set.call(this, text); } });
            }
            """);
        var keyboard = await phone.Page.Context.NewCDPSessionAsync(phone.Page);
        foreach (var step in new[] { "y", "yo", "you", "you s", "you si", "有死" })
            await keyboard.SendAsync("Input.imeSetComposition", new Dictionary<string, object> { ["text"] = step, ["selectionStart"] = step.Length, ["selectionEnd"] = step.Length });
        await Assertions.Expect(signs).ToHaveValueAsync("巢门前有死");
        await keyboard.SendAsync("Input.insertText", new Dictionary<string, object> { ["text"] = "有死蜂" });

        await Assertions.Expect(signs).ToHaveValueAsync("巢门前有死蜂");
        (await phone.Page.EvaluateAsync<int>("() => window.setWhileComposing")).ShouldBe(0);
        await phone.DraftIsKeptAsync();
        await phone.KillAsync();
        await phone.StartAsync();
        await phone.OpenAsync(form);
        await phone.ReadyAsync();
        await Assertions.Expect(phone.Page.Locator("#Signs")).ToHaveValueAsync("巢门前有死蜂");
    }

    [Fact]
    public async Task What_is_to_be_mended_is_told_beside_its_field_and_mended_from_the_list()
    {
        await using var phone = await FieldPhone.TakeAsync(product);
        await phone.OpenAsync("/keeper");
        var apiary = await AnApiaryAsync(phone);
        var form = $"/keeper/apiaries/{apiary}/count";
        await phone.OpenAsync(form);
        await phone.PageIsKeptAsync(form);
        await phone.PageIsKeptAsync("/keeper/outbox");
        await phone.CutLineAsync();
        await phone.OpenAsync(form);
        await phone.ReadyAsync();
        await phone.Holder.Field(RegistryText.Colonies).FillAsync("0");
        await phone.Holder.Button(FieldText.Save).ClickAsync();
        await Assertions.Expect(phone.Line).ToContainTextAsync("1 条待发送");
        await phone.Holder.PageIsAccessibleAsync();

        await phone.MendLineAsync();
        await phone.OpenAsync("/keeper/outbox");
        await Assertions.Expect(phone.Line).ToContainTextAsync("1 条要改");
        await phone.Holder.SeesAsync("群数至少为 1。若只是撤离，请用「离开」。");
        await phone.Holder.PageIsAccessibleAsync();
        await phone.Holder.Link(FieldText.Mend).ClickAsync();
        var colonies = phone.Holder.Field(RegistryText.Colonies);
        await phone.Holder.IsRefusedAsync(colonies, new Refusal(FieldRefusal.CountTooFew, null, 1));
        await phone.Holder.PageIsAccessibleAsync();
        await colonies.FillAsync("71");
        await phone.Holder.Button(FieldText.Save).ClickAsync();
        await phone.Page.WaitForURLAsync(url => url.Contains("saved=", StringComparison.Ordinal));
        await phone.Holder.SeesAsync(FieldText.Done(FieldKind.Count, apiary));
        (await OwnDataAsync(phone)).GetProperty("colonyCounts").EnumerateArray().Count(c => c.GetProperty("colonies").GetInt32() == 71).ShouldBe(1);
    }

    [Fact]
    public async Task Two_moves_that_cannot_both_be_right_are_shown_side_by_side()
    {
        await using var phone = await FieldPhone.TakeAsync(product);
        await phone.OpenAsync("/keeper");
        var apiary = await AnApiaryAsync(phone);
        var form = $"/keeper/apiaries/{apiary}/move";
        await phone.OpenAsync(form);
        await phone.PageIsKeptAsync(form);
        await phone.CutLineAsync();
        await phone.OpenAsync(form);
        await MoveAsync(phone.Holder, "29.8123, 119.7123", Today.AddDays(-1));
        await Assertions.Expect(phone.Line).ToContainTextAsync("1 条待发送");

        // Meanwhile the same person registers another move at home.
        await using (var home = await browsers.SeatAsync(product, Language.Chinese))
        {
            await home.SignInAsync(product.AccountOf(Role.Beekeeper));
            await home.OpenAsync(form);
            await MoveAsync(home, "29.8555, 119.6555", Today.AddDays(-2));
            await home.Page.WaitForURLAsync(url => url.Contains("saved=", StringComparison.Ordinal));
        }

        await phone.MendLineAsync();
        await phone.OpenAsync("/keeper/outbox");
        await Assertions.Expect(phone.Line).ToContainTextAsync("1 条有冲突");
        await phone.Holder.SeesAsync("29.81230, 119.71230");
        await phone.Holder.SeesAsync("29.85550, 119.65550");
        await phone.Holder.PageIsAccessibleAsync();
        await phone.Holder.Button(FieldText.UseMine).ClickAsync();
        await Assertions.Expect(phone.Page.Locator("#outbox [data-is=state]").First).ToHaveTextAsync(phone.Holder.Say(FieldText.StateArrived));

        var data = await OwnDataAsync(phone);
        data.GetProperty("placements").EnumerateArray().Count(p => p.GetProperty("latitude").GetDecimal() == 29.8123m).ShouldBe(1);
        data.GetProperty("entries").EnumerateArray().Count(e => e.GetProperty("state").GetString() == nameof(FieldEntryState.InConflict)
            && e.GetProperty("subject").GetString() == apiary).ShouldBe(1);
    }

    [Fact]
    public async Task A_correction_waits_for_a_line_and_never_goes_to_another_stay_than_it_was_filled_from()
    {
        await using var phone = await FieldPhone.TakeAsync(product);
        await phone.OpenAsync("/keeper");
        var apiary = await AnApiaryAsync(phone);
        var (correct, move) = ($"/keeper/apiaries/{apiary}/correct", $"/keeper/apiaries/{apiary}/move");
        foreach (var page in new[] { correct, move })
        {
            await phone.OpenAsync(page);
            await phone.PageIsKeptAsync(page);
        }

        await phone.CutLineAsync();
        await phone.OpenAsync(correct);
        await phone.ReadyAsync();
        await Assertions.Expect(phone.Holder.Field(RegistryText.From)).ToHaveValueAsync(Today.AddDays(-30).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await phone.Holder.Field(RegistryText.Colonies).FillAsync("64");
        await phone.Holder.Field(FieldText.WhyCorrected).FillAsync("群数写错");
        await phone.Holder.Button(FieldText.CorrectStayButton).ClickAsync();
        await Assertions.Expect(phone.Line).ToContainTextAsync("1 条待发送");
        await phone.OpenAsync(move);
        await MoveAsync(phone.Holder, "29.8765, 119.7765", Today.AddDays(-1));
        await Assertions.Expect(phone.Line).ToContainTextAsync("2 条待发送");
        // Filled from the stay before the move: it must not change where the bees are now.
        await phone.OpenAsync(correct);
        await phone.ReadyAsync();
        await phone.Holder.Field(FieldText.WhyCorrected).FillAsync("又改");
        await phone.Holder.Button(FieldText.CorrectStayButton).ClickAsync();
        await Assertions.Expect(phone.Line).ToContainTextAsync("3 条待发送");

        await phone.MendLineAsync();
        await phone.OpenAsync("/keeper/outbox");

        await Assertions.Expect(phone.Line).ToContainTextAsync("1 条有冲突");
        var data = await OwnDataAsync(phone);
        var stays = data.GetProperty("placements").EnumerateArray().Where(p => p.GetProperty("colonies").GetInt32() == 64 || p.GetProperty("latitude").GetDecimal() == 29.8765m).ToList();
        stays.Select(p => (p.GetProperty("colonies").GetInt32(), p.GetProperty("until").ValueKind == JsonValueKind.Null)).ShouldBe([(64, false), (55, true)]);
        data.GetProperty("placementCorrections").EnumerateArray().Count(c => c.GetProperty("why").GetString() == "群数写错").ShouldBe(1);
    }

    [Theory]
    [InlineData("/keeper")]
    [InlineData("/keeper/licence")]
    [InlineData("/keeper/outbox")]
    [InlineData("/keeper/apiaries/new")]
    [InlineData("/keeper/apiaries/{0}/move")]
    [InlineData("/keeper/apiaries/{0}/correct")]
    [InlineData("/keeper/apiaries/{0}/leave")]
    [InlineData("/keeper/apiaries/{0}/close")]
    [InlineData("/keeper/apiaries/{0}/count")]
    [InlineData("/keeper/apiaries/{0}/treatments")]
    [InlineData("/keeper/apiaries/{0}/treatments/new")]
    [InlineData("/keeper/apiaries/{0}/harvests/new")]
    [InlineData("/keeper/apiaries/{0}/disease")]
    [InlineData("/keeper/apiaries/{0}/photos")]
    public async Task A_field_page_is_accessible_and_made_for_thumbs(string address)
    {
        await using var keeper = await browsers.SeatAsync(product, Language.Chinese);
        await keeper.Page.SetViewportSizeAsync(360, 740);
        await keeper.SignInAsync(product.AccountOf(Role.Beekeeper));
        var apiary = await keeper.Content.Locator("a[href$='/move']").First.GetAttributeAsync("href");
        (await keeper.OpenAsync(string.Format(CultureInfo.InvariantCulture, address, apiary!.Split('/')[^2]))).ShouldBe(200);
        await Assertions.Expect(keeper.Page.Locator("#field-line")).ToHaveAttributeAsync("data-ready", "true");

        await keeper.PageIsAccessibleAsync();
        var small = await keeper.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('main :is(a, button, summary, input:not([type=hidden], [type=radio], [type=checkbox]), select, textarea, label.choice)')]
              .filter(part => part.checkVisibility()).map(part => [part, part.getBoundingClientRect()])
              .filter(([, box]) => box.height > 0 && (box.height < 44 || box.width < 44)).map(([part, box]) => `${part.outerHTML.slice(0, 90)} ${box.width}×${box.height}`)
            """);
        small.ShouldBeEmpty();
        (await keeper.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue("nothing is wider than the phone");
    }

    /// <summary>One treatment from the first letter until it has left the form, with mishaps in between.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> WriteOneAsync(FieldPhone phone, string form, int seed)
    {
        var random = new Random(seed);
        var written = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Medicine"] = $"氟胺氰菊酯条 {seed}-{Guid.NewGuid():N}", ["Indication"] = $"大蜂螨 {random.Next(1000)}", ["Colonies"] = $"{random.Next(1, 200)}",
            ["Dose"] = $"{random.Next(1, 4)} 条/群", ["WithdrawalDays"] = $"{random.Next(0, 60)}", ["Supplier"] = $"药店 {random.Next(1000)}", ["Remarks"] = $"第 {random.Next(100)} 箱补挂",
        };
        await phone.MendLineAsync();
        await phone.OpenAsync(form);
        await phone.ReadyAsync();
        await phone.Page.Locator("input[name='Typed.Route']").First.CheckAsync();
        await phone.Page.Locator("input[name='Typed.IsWithdrawalKnown']").First.CheckAsync();
        await phone.DraftIsKeptAsync();
        await phone.PageIsKeptAsync(form);

        var typed = new List<string>();
        foreach (var input in Inputs.OrderBy(_ => random.Next()).ToList())
        {
            await phone.Page.Locator($"#{input}").FillAsync(written[input]);
            await phone.DraftIsKeptAsync();
            typed.Add(input);
            // The grave ones are rarer: a browser takes seconds to start.
            if (await HappensAsync(phone, form, (Mishap)random.Next(random.Next(3) == 0 ? 5 : 3)))
                await HoldsAsync(phone, form, written, typed);
        }

        // The last mishap comes when the button is pressed: at any moment from before the outbox has it until after the answer.
        await phone.DraftIsKeptAsync();
        if (random.Next(2) == 0)
            await phone.CutLineAsync();
        var pressed = phone.Holder.Button(FieldText.Save).ClickAsync();
        if (random.Next(2) == 0)
        {
            await Task.WhenAny(pressed, phone.Page.WaitForTimeoutAsync(random.Next(120)));
            await phone.KillAsync();
            await pressed.ContinueWith(_ => { }, TaskScheduler.Default);
            await phone.StartAsync();
        }
        else
        {
            await pressed;
            // The script answers by itself: home with the line that it is saved, or here that it waits.
            await phone.Page.WaitForFunctionAsync("() => location.search.includes('saved=') || document.querySelector('section.notice')");
        }

        await phone.MendLineAsync();
        await phone.OpenAsync(form);
        await phone.ReadyAsync();
        // Either it left the form, or it is still all there.
        if (await phone.Page.Locator("#Medicine").InputValueAsync() is { Length: > 0 } left)
        {
            left.ShouldBe(written["Medicine"]);
            await HoldsAsync(phone, form, written, typed);
            await phone.Holder.Button(FieldText.Save).ClickAsync();
            await phone.Page.WaitForURLAsync(url => url.Contains("saved=", StringComparison.Ordinal));
        }

        return written;
    }

    /// <returns>True where the form has to be opened again.</returns>
    private static async Task<bool> HappensAsync(FieldPhone phone, string form, Mishap mishap)
    {
        switch (mishap)
        {
            case Mishap.LineIsCut:
                await phone.CutLineAsync();
                return false;
            case Mishap.TabIsClosed:
                await phone.CloseTabAsync();
                break;
            case Mishap.PageIsReloaded:
                break;
            case Mishap.BrowserIsKilled:
                await phone.KillAsync();
                await phone.StartAsync();
                break;
            default:
                return false;
        }

        await phone.OpenAsync(form);
        return true;
    }

    /// <summary>All that had been kept is in the form again, letter by letter.</summary>
    private static async Task HoldsAsync(FieldPhone phone, string form, Dictionary<string, string> written, List<string> typed)
    {
        await phone.ReadyAsync();
        await phone.PageIsKeptAsync(form);
        phone.Page.Url.ShouldEndWith(form);
        foreach (var input in Inputs)
            (await phone.Page.Locator($"#{input}").InputValueAsync()).ShouldBe(typed.Contains(input) ? written[input] : "", input);
        foreach (var choice in new[] { "Route", "IsWithdrawalKnown" })
            await Assertions.Expect(phone.Page.Locator($"input[name='Typed.{choice}']").First).ToBeCheckedAsync();
    }

    private static async Task MoveAsync(Person keeper, string place, DateOnly from)
    {
        await Assertions.Expect(keeper.Page.Locator("#field-line")).ToHaveAttributeAsync("data-ready", "true");
        await keeper.Field(RegistryText.Place).FillAsync(place);
        await keeper.Choice(RegistryText.DatumLabel, RegistryText.Of(Datum.Wgs84)).CheckAsync();
        await keeper.Field(RegistryText.Plant).SelectOptionAsync("Brassica napus");
        await keeper.Field(RegistryText.From).FillAsync(from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await keeper.Field(RegistryText.Colonies).FillAsync("55");
        await keeper.Button(RegistryText.MoveTitle).ClickAsync();
    }

    /// <summary>An apiary of this test alone.</summary>
    private static async Task<string> AnApiaryAsync(FieldPhone phone)
    {
        await phone.OpenAsync(ApiaryForm.Address);
        await phone.ReadyAsync();
        var form = new ApiaryForm(phone.Holder);
        await form.FillRestAsync(Today.AddDays(-30));
        await form.Name.FillAsync($"野外场 {Guid.NewGuid():N}");
        await form.ChooseDatumAsync(Datum.Wgs84);
        await form.Colonies.FillAsync("60");
        await form.Send.ClickAsync();
        return (await form.CodeAsync()).ToString();
    }

    private static async Task<JsonElement> OwnDataAsync(FieldPhone phone)
    {
        var json = await phone.Page.EvaluateAsync<string>("async () => (await fetch('/keeper/export.json')).text()");
        return JsonDocument.Parse(json).RootElement;
    }
}

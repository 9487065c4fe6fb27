using BeeTrace.Core.Access;
using BeeTrace.Core.Map;
using BeeTrace.Web.Commands;
using BeeTrace.Web.Data;
using BeeTrace.Web.Map;
using BeeTrace.Web.Tests.Data;
using Microsoft.Extensions.Logging.Abstractions;
using MimeKit;

namespace BeeTrace.Web.Tests.Map;

/// <summary>Each test has a county of its own: what is due in one would be sent by another.</summary>
public sealed class NoticeMailTests(DatabaseServer server) : IAsyncLifetime
{
    private readonly World _world = new(server);
    private readonly SmtpListener _smtp = new();
    private Actor _beekeeper = null!;
    private string _address = "";

    public async ValueTask InitializeAsync()
    {
        await _world.InitializeAsync();
        _beekeeper = await _world.BeekeeperAsync();
        _address = (await _world.AccountAsync(Role.Beekeeper, _beekeeper.Beekeeper)).Email!;
        await _world.ApiaryAtAsync(_beekeeper, 29.801m, 119.7m, name: "窄溪一号");
    }

    public async ValueTask DisposeAsync()
    {
        await _smtp.DisposeAsync();
        await _world.DisposeAsync();
    }

    [Fact]
    public async Task A_notice_goes_out_once_in_both_languages_to_every_account_of_the_beekeeper()
    {
        var second = (await _world.AccountAsync(Role.Beekeeper, _beekeeper.Beekeeper)).Email!;
        await _world.ApiaryAtAsync(_beekeeper, 29.802m, 119.7m, name: "窄溪二号");
        await _world.ApiaryAtAsync(await _world.BeekeeperAsync(), 29.801m, 119.7m, name: "没有账号");
        var issued = await _world.NoticeAsync();

        (await Mail().SendDueAsync(default)).ShouldBe(1);
        (await Mail().SendDueAsync(default)).ShouldBe(0);

        var (to, text) = _smtp.Taken.ShouldHaveSingleItem();
        to.ShouldBe([_address, second], ignoreOrder: true);
        var message = await MimeMessage.LoadAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)));
        message.Subject.ShouldNotBeNull().ShouldContain(issued.Code.ToString());
        var body = message.TextBody.ShouldNotBeNull();
        body.ShouldContain("窄溪一号：约 110 米");
        body.ShouldContain("窄溪二号: about 220 m");
        body.ShouldContain("油菜，噻虫嗪");
        body.ShouldContain("王五 13800000000");
        body.ShouldContain("2026年6月25日");
        var row = (await _world.Get<NoticeQueries>().FindAsync(issued.Code, _world.County))!;
        (row.Beekeepers, row.Mailed).ShouldBe((2, 1));
        var nobody = (await _world.Get<NoticeQueries>().RecipientsAsync(issued.Code, _world.County)).Single(r => r.ApiaryName == "没有账号");
        (nobody.HasAddress, nobody.MailedAt).ShouldBe((false, null));
    }

    [Fact]
    public async Task A_message_about_a_disease_names_no_distance_and_no_place()
    {
        await _world.NoticeAsync(_world.ANotice(NoticeKind.DiseaseAlert) with { Area = "29.80123, 119.70456", Subject = "美洲幼虫腐臭病", Contact = null });

        (await Mail().SendDueAsync(default)).ShouldBe(1);

        var message = await MimeMessage.LoadAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(_smtp.Taken.ShouldHaveSingleItem().Text)));
        var body = message.TextBody.ShouldNotBeNull();
        body.ShouldContain("窄溪一号");
        foreach (var place in new[] { "29.801", "119.704", "约 1", "about 1", "110", "米" })
            body.ShouldNotContain(place);
    }

    [Fact]
    public async Task Who_arrives_after_the_message_gets_one_too_and_the_others_no_second()
    {
        await _world.NoticeAsync();
        (await Mail().SendDueAsync(default)).ShouldBe(1);
        var arriving = await _world.BeekeeperAsync();
        var address = (await _world.AccountAsync(Role.Beekeeper, arriving.Beekeeper)).Email!;
        await _world.ApiaryAtAsync(arriving, 29.801m, 119.7m);

        (await Mail().SendDueAsync(default)).ShouldBe(1);

        _smtp.Taken.Select(t => t.To.Single()).ShouldBe([_address, address]);
    }

    [Fact]
    public async Task What_the_server_refuses_is_tried_again_later_and_holds_up_nobody()
    {
        var other = await _world.BeekeeperAsync();
        var address = (await _world.AccountAsync(Role.Beekeeper, other.Beekeeper)).Email!;
        await _world.ApiaryAtAsync(other, 29.803m, 119.7m);
        _smtp.Refused = _address;
        var issued = await _world.NoticeAsync();

        (await Mail().SendDueAsync(default)).ShouldBe(1);
        (await Mail().SendDueAsync(default)).ShouldBe(0, "not before its time");

        _smtp.Taken.ShouldHaveSingleItem().To.ShouldBe([address]);
        var waiting = (await _world.Get<NoticeQueries>().RecipientsAsync(issued.Code, _world.County)).Single(r => r.ApiaryName == "窄溪一号");
        (waiting.MailedAt, waiting.MailTries).ShouldBe((null, 1));

        _smtp.Refused = null;
        _world.Clock.Advance(TimeSpan.FromSeconds(59));
        (await Mail().SendDueAsync(default)).ShouldBe(0);
        _world.Clock.Advance(TimeSpan.FromSeconds(1));
        (await Mail().SendDueAsync(default)).ShouldBe(1);
        _smtp.Taken.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_line_that_breaks_loses_nothing()
    {
        await _world.NoticeAsync();
        _smtp.HangsUp = true;
        (await Mail().SendDueAsync(default)).ShouldBe(0);
        _smtp.HangsUp = false;
        _world.Clock.Advance(TimeSpan.FromMinutes(1));

        (await Mail().SendDueAsync(default)).ShouldBe(1);
        _smtp.Taken.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Where_no_server_listens_it_waits()
    {
        await _world.NoticeAsync();
        _smtp.Close();

        (await Mail().SendDueAsync(default)).ShouldBe(0);
        (await Mail().SendDueAsync(default)).ShouldBe(0);
    }

    [Fact]
    public async Task Two_nodes_never_send_the_same_message()
    {
        for (var i = 0; i < 12; i++)
        {
            var beekeeper = await _world.BeekeeperAsync();
            await _world.AccountAsync(Role.Beekeeper, beekeeper.Beekeeper);
            await _world.ApiaryAtAsync(beekeeper, 29.801m, 119.7m);
        }

        await _world.NoticeAsync();
        await using var second = new SmtpListener();

        var sent = await Task.WhenAll(Mail().SendDueAsync(default), Mail(second).SendDueAsync(default), Mail(second).SendDueAsync(default));

        var taken = _smtp.Taken.Concat(second.Taken).Select(t => t.To.Single()).ToList();
        taken.ShouldBeUnique();
        taken.Count.ShouldBe(sent.Sum());
        (await Mail().SendDueAsync(default)).ShouldBe(13 - taken.Count);
    }

    [Fact]
    public async Task A_withdrawn_notice_is_not_sent()
    {
        var issued = await _world.NoticeAsync();
        (await _world.Get<NoticeService>().WithdrawAsync(issued.Code, "改期", _world.County)).ShouldBeDone();

        (await Mail().SendDueAsync(default)).ShouldBe(0);
    }

    [Fact]
    public async Task A_withdrawal_goes_out_once_to_those_who_got_the_notice_and_to_nobody_else()
    {
        await _world.ApiaryAtAsync(_beekeeper, 29.802m, 119.7m, name: "窄溪二号");
        var issued = await _world.NoticeAsync();
        (await Mail().SendDueAsync(default)).ShouldBe(1);
        var late = await _world.BeekeeperAsync();
        await _world.AccountAsync(Role.Beekeeper, late.Beekeeper);
        await _world.ApiaryAtAsync(late, 29.801m, 119.7m, name: "后来的");
        (await _world.Get<NoticeService>().WithdrawAsync(issued.Code, "改期到下周", _world.County)).ShouldBeDone();

        (await Mail().SendDueAsync(default)).ShouldBe(1);
        (await Mail().SendDueAsync(default)).ShouldBe(0);

        var (to, text) = _smtp.Taken.Last();
        _smtp.Taken.Count.ShouldBe(2);
        to.ShouldBe([_address]);
        var message = await MimeMessage.LoadAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)));
        message.Subject.ShouldNotBeNull().ShouldContain("Notice withdrawn");
        message.Subject.ShouldContain(issued.Code.ToString());
        var body = message.TextBody.ShouldNotBeNull();
        foreach (var said in new[] { "改期到下周", "2026年6月15日", "窄溪一号", "窄溪二号", "油菜，噻虫嗪", "June 2026" })
            body.ShouldContain(said);
        foreach (var left in new[] { "约 110 米", "about 110", "29.8", "王五", "close the hives" })
            body.ShouldNotContain(left);
    }

    [Fact]
    public async Task A_withdrawal_that_the_server_refuses_is_tried_again_later()
    {
        var issued = await _world.NoticeAsync();
        (await Mail().SendDueAsync(default)).ShouldBe(1);
        (await _world.Get<NoticeService>().WithdrawAsync(issued.Code, "改期", _world.County)).ShouldBeDone();
        _smtp.Refused = _address;
        (await Mail().SendDueAsync(default)).ShouldBe(0);
        _smtp.Refused = null;
        (await Mail().SendDueAsync(default)).ShouldBe(0, "not before its time");
        _world.Clock.Advance(TimeSpan.FromMinutes(1));

        (await Mail().SendDueAsync(default)).ShouldBe(1);
        _smtp.Taken.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Two_nodes_never_send_the_same_withdrawal()
    {
        for (var i = 0; i < 6; i++)
        {
            var beekeeper = await _world.BeekeeperAsync();
            await _world.AccountAsync(Role.Beekeeper, beekeeper.Beekeeper);
            await _world.ApiaryAtAsync(beekeeper, 29.801m, 119.7m);
        }

        var issued = await _world.NoticeAsync();
        (await Mail().SendDueAsync(default)).ShouldBe(7);
        (await _world.Get<NoticeService>().WithdrawAsync(issued.Code, "改期", _world.County)).ShouldBeDone();
        await using var second = new SmtpListener();

        var sent = await Task.WhenAll(Mail(second).SendDueAsync(default), Mail(second).SendDueAsync(default), Mail(second).SendDueAsync(default));

        second.Taken.Select(t => t.To.Single()).ShouldBeUnique();
        second.Taken.Count.ShouldBe(sent.Sum());
        (await Mail(second).SendDueAsync(default)).ShouldBe(7 - sent.Sum());
    }

    [Fact]
    public async Task A_withdrawal_after_the_last_day_tells_nobody()
    {
        var issued = await _world.NoticeAsync();
        (await Mail().SendDueAsync(default)).ShouldBe(1);
        (await _world.Get<NoticeService>().WithdrawAsync(issued.Code, "改期", _world.County)).ShouldBeDone();
        _world.Clock.Advance(TimeSpan.FromDays(20));

        (await Mail().SendDueAsync(default)).ShouldBe(0);
    }

    private NoticeMail Mail(SmtpListener? smtp = null) => new(
        _world.Get<Database>(),
        new Settings("http://127.0.0.1:0", "/nonexistent", Demo: false, null, null, "https://beetrace.test", new MailSettings("127.0.0.1", (smtp ?? _smtp).Port, false, null, null, "bees@beetrace.test")),
        NullLogger<NoticeMail>.Instance);
}

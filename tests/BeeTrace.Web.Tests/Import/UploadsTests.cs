using System.Text;
using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Web.Import;

namespace BeeTrace.Web.Tests.Import;

public sealed class UploadsTests(World world) : IClassFixture<World>
{
    private const string Table = "证号码,姓名,类型,县代码,发证日期\nL-1,甲,个人,330122,2025-01-01\nL-2,乙,谁,330122,2025-01-01\n";

    [Fact]
    public async Task A_file_waits_is_named_mended_and_imported_once()
    {
        var (uploads, officer) = (world.Get<Uploads>(), World.Person(Role.County));
        (await TakeAsync(officer, Table)).ShouldBeDone();
        var upload = uploads.Find(officer)!;
        upload.Columns["证号码"].ShouldBe("");
        upload.Columns["姓名"].ShouldBe("name_zh");

        (await uploads.CheckAsync(officer)).ShouldBeDone();
        upload.Found!.Errors.Select(e => e.Refusal.Code).ShouldContain(ImportRefusal.ColumnMissing);

        upload.Columns["证号码"] = "licence_no";
        (await uploads.CheckAsync(officer)).ShouldBeDone();
        upload.Found!.Errors.Select(e => (e.Row, e.Column)).ShouldBe([(3, "kind")]);
        Uploads.RowsOf(upload, new HashSet<int> { 3 })[3]["kind"].ShouldBe("谁");

        upload.Mend(3, "kind", "公司");
        (await uploads.CheckAsync(officer)).ShouldBeDone();
        upload.Found!.IsDone.ShouldBeTrue();
        (await uploads.ImportAsync(acceptsQuestions: false, officer)).Value.Added.ShouldBe(2);

        uploads.Find(officer).ShouldBeNull();
        (await uploads.ImportAsync(acceptsQuestions: false, officer)).Refusals.ShouldHaveSingleItem().Code.ShouldBe(ImportRefusal.UploadGone);

        (await TakeAsync(officer, Table)).ShouldBeDone();
        uploads.Find(officer)!.Columns["证号码"].ShouldBe("licence_no");
    }

    [Fact]
    public async Task A_file_is_its_persons_and_for_a_day()
    {
        var (uploads, officer) = (world.Get<Uploads>(), World.Person(Role.County));
        (await TakeAsync(officer, Table)).ShouldBeDone();

        uploads.Find(World.Person(Role.County)).ShouldBeNull();
        world.Clock.Advance(TimeSpan.FromHours(25));
        uploads.Find(officer).ShouldBeNull();
    }

    [Theory]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Exporter)]
    [InlineData(Role.Sampler)]
    public async Task Who_does_not_keep_the_register_brings_nothing(Role role) =>
        (await TakeAsync(World.Person(role), Table)).Refusals.ShouldHaveSingleItem().Code.ShouldBe(AccessRefusal.NotYourRole);

    [Fact]
    public async Task Sixty_megabytes_are_refused_and_not_kept()
    {
        var officer = World.Person(Role.County);

        (await world.Get<Uploads>().TakeAsync("beekeepers", "big.csv", new Endless(60L * 1024 * 1024), officer)).Refusals.ShouldHaveSingleItem().Code
            .ShouldBe(ImportRefusal.FileTooLarge);

        world.Get<Uploads>().Find(officer).ShouldBeNull();
    }

    private Task<Outcome> TakeAsync(Actor actor, string text) =>
        world.Get<Uploads>().TakeAsync("beekeepers", "登记表.csv", new MemoryStream(Encoding.UTF8.GetBytes(text)), actor);

    /// <summary>As many bytes as asked for, none of which anybody holds.</summary>
    private sealed class Endless(long length) : Stream
    {
        private long _read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get => _read; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - _read);
            _read += read;
            return read;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

using BeeTrace.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace BeeTrace.Web.Tests.Data;

/// <summary>A county that has worked with an older version comes along with everything it has registered.</summary>
public sealed class MigrationTests(DatabaseServer server)
{
    [Fact]
    public async Task A_register_of_the_first_version_keeps_its_rows_and_comes_onto_the_map()
    {
        await using var old = await server.EmptyAsync();
        var options = new DbContextOptionsBuilder<BeeTraceDb>();
        options.UseBeeTrace(old.OwnerConnectionString);
        await using (var db = new BeeTraceDb(options.Options))
            await db.GetService<IMigrator>().MigrateAsync("Initial");
        await using (var first = new Npgsql.NpgsqlConnection(old.OwnerConnectionString))
        {
            await first.OpenAsync();
            await using var rows = new Npgsql.NpgsqlCommand(
                """
                insert into registry.counties (code, name_zh, name_en, province_zh, province_en, source_mark, source) values ('330122', '桐庐县', 'Tonglu', '浙江省', 'Zhejiang', 'K', 'test');
                insert into registry.plants (latin_name, name_zh, name_en, synonyms, toxic, source_mark, source, verified)
                    values ('Brassica napus', '油菜', 'rape', '{}', false, 'S', 'test', true);
                insert into registry.nectar_sources (id, plant, region_zh, region_en, bloom_from, bloom_to, source_mark, source, verified)
                    values (gen_random_uuid(), 'Brassica napus', '浙江', 'Zhejiang', '03-01', '04-10', 'S', 'test', true);
                insert into registry.beekeepers (id, licence_number, name_zh, name_en, kind, county, licence_issued_on, licence_expires_on)
                    values ('00000000-0000-7000-8000-0000000000b1', '330122-0001', '养蜂人', 'Beekeeper', 'Individual', '330122', '2025-01-01', '2028-01-01');
                insert into registry.apiaries (id, code, beekeeper_id, name, kind, species, county, registered_on)
                    values ('00000000-0000-7000-8000-0000000000a1', 'A330122-0001-M', '00000000-0000-7000-8000-0000000000b1', '溪边', 'Fixed', 'Mellifera', '330122', '2025-01-02');
                insert into registry.placements (id, apiary_id, beekeeper_id, from_day, until_day, latitude, longitude, entered_latitude, entered_longitude, entered_datum, colonies)
                    values (gen_random_uuid(), '00000000-0000-7000-8000-0000000000a1', '00000000-0000-7000-8000-0000000000b1', '2025-01-02', '2025-06-01', 29.8, 119.7, 29.8, 119.7, 'Wgs84', 40),
                           (gen_random_uuid(), '00000000-0000-7000-8000-0000000000a1', '00000000-0000-7000-8000-0000000000b1', '2025-06-01', null, 29.9, 119.6, 29.9, 119.6, 'Wgs84', 55);
                """,
                first);
            await rows.ExecuteNonQueryAsync();
        }

        await Migrator.MigrateAsync(old.OwnerConnectionString);

        await using var now = await AppSession.OpenAsync(old.SuperuserConnectionString, null);
        (await now.CountAsync("registry.blooms where region_en = 'Zhejiang'")).ShouldBe(1);
        (await now.CountAsync("registry.nectar_sources")).ShouldBe(0);
        (await now.CountAsync("registry.apiaries where state = 'Confirmed'")).ShouldBe(1);
        (await now.CountAsync("registry.beekeepers where state = 'Confirmed'")).ShouldBe(1);
        (await now.CountAsync("registry.placements")).ShouldBe(2);
        (await now.AskAsync("select colonies from registry.current_places where counts")).ShouldBe(55);
        (await now.CountAsync("registry.grid where n = 1 and colonies = 55")).ShouldBe(11, "one cell in each of the zooms 0 to 10");
        (await now.CountAsync("pg_policies where schemaname = 'registry' and tablename = 'blooms' and policyname = 'read_reference'")).ShouldBe(1);
    }
}

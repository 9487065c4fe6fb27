using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BeeTrace.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class Applications : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "announcements",
                schema: "map",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    area = table.Column<string>(type: "text", nullable: false),
                    datum = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    geojson = table.Column<string>(type: "text", nullable: false),
                    from_day = table.Column<DateOnly>(type: "date", nullable: false),
                    to_day = table.Column<DateOnly>(type: "date", nullable: false),
                    subject = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    contact = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    notice_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    why = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_announcements", x => x.id);
                    table.CheckConstraint("an_announcement_ends_after_it_begins", "to_day >= from_day");
                    table.ForeignKey(
                        name: "fk_announcements_notices_notice_id",
                        column: x => x.notice_id,
                        principalSchema: "map",
                        principalTable: "notices",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "applications",
                schema: "registry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    phone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    address = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    county = table.Column<string>(type: "character varying(6)", nullable: false),
                    licence_number = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    identity_number_sealed = table.Column<byte[]>(type: "bytea", nullable: true),
                    identity_number_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    shows_name = table.Column<bool>(type: "boolean", nullable: false),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    beekeeper_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    why = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_applications", x => x.id);
                    table.ForeignKey(
                        name: "fk_applications_beekeepers_beekeeper_id",
                        column: x => x.beekeeper_id,
                        principalSchema: "registry",
                        principalTable: "beekeepers",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_applications_counties_county",
                        column: x => x.county,
                        principalSchema: "registry",
                        principalTable: "counties",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "placement_corrections",
                schema: "registry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    placement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    apiary_id = table.Column<Guid>(type: "uuid", nullable: false),
                    beekeeper_id = table.Column<Guid>(type: "uuid", nullable: false),
                    was = table.Column<string>(type: "jsonb", nullable: false),
                    is_taken_back = table.Column<bool>(type: "boolean", nullable: false),
                    why = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    corrected_by = table.Column<Guid>(type: "uuid", nullable: false),
                    corrected_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_placement_corrections", x => x.id);
                    table.ForeignKey(
                        name: "fk_placement_corrections_apiaries_apiary_id",
                        column: x => x.apiary_id,
                        principalSchema: "registry",
                        principalTable: "apiaries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_placement_corrections_beekeepers_beekeeper_id",
                        column: x => x.beekeeper_id,
                        principalSchema: "registry",
                        principalTable: "beekeepers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_announcements_from_day",
                schema: "map",
                table: "announcements",
                column: "from_day",
                filter: "state = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_announcements_notice_id",
                schema: "map",
                table: "announcements",
                column: "notice_id");

            migrationBuilder.CreateIndex(
                name: "ix_applications_beekeeper_id",
                schema: "registry",
                table: "applications",
                column: "beekeeper_id");

            migrationBuilder.CreateIndex(
                name: "ix_applications_county",
                schema: "registry",
                table: "applications",
                column: "county");

            migrationBuilder.CreateIndex(
                name: "ix_applications_received_at",
                schema: "registry",
                table: "applications",
                column: "received_at",
                filter: "state = 'Waiting'");

            migrationBuilder.CreateIndex(
                name: "ix_placement_corrections_apiary_id_corrected_at",
                schema: "registry",
                table: "placement_corrections",
                columns: new[] { "apiary_id", "corrected_at" });

            migrationBuilder.CreateIndex(
                name: "ix_placement_corrections_beekeeper_id",
                schema: "registry",
                table: "placement_corrections",
                column: "beekeeper_id");

            migrationBuilder.SqlFile("policies/applications_v1");
            migrationBuilder.SqlFile("functions/places_v2");
            migrationBuilder.SqlFile("functions/search_v2");
            migrationBuilder.SqlFile("functions/corrections_v1");
            migrationBuilder.SqlFile("functions/applications_v1");
            migrationBuilder.SqlFile("functions/announcements_v1");
            migrationBuilder.SqlFile("functions/steward_v2");
            migrationBuilder.SqlFile("functions/import_v2");
            migrationBuilder.SqlFile("functions/map_v2");
            migrationBuilder.SqlFile("functions/notices_v2");
        }
    }
}

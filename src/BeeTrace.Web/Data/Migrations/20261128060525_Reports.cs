using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BeeTrace.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class Reports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "laboratories",
                schema: "lab",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    county = table.Column<string>(type: "character varying(6)", nullable: false),
                    name_zh = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    name_en = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    address_zh = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    address_en = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    phone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    postcode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    cma_number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    cnas_number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    scope = table.Column<string[]>(type: "text[]", nullable: false),
                    four_eyes = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_laboratories", x => x.id);
                    table.ForeignKey(
                        name: "fk_laboratories_counties_county",
                        column: x => x.county,
                        principalSchema: "registry",
                        principalTable: "counties",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reports",
                schema: "lab",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    sample_id = table.Column<Guid>(type: "uuid", nullable: false),
                    firm_id = table.Column<Guid>(type: "uuid", nullable: false),
                    evaluation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    markets = table.Column<string[]>(type: "text[]", nullable: false),
                    languages = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    laboratory_id = table.Column<Guid>(type: "uuid", nullable: false),
                    four_eyes = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    prepared_by = table.Column<Guid>(type: "uuid", nullable: false),
                    prepared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reviewed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    reviewed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    approved_by = table.Column<Guid>(type: "uuid", nullable: true),
                    approved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    issued_by = table.Column<Guid>(type: "uuid", nullable: true),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: true),
                    supersedes = table.Column<Guid>(type: "uuid", nullable: true),
                    changes = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    ended_why = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    content = table.Column<string>(type: "text", nullable: false),
                    content_sha256 = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: true),
                    pdf = table.Column<byte[]>(type: "bytea", nullable: true),
                    pdf_sha256 = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reports", x => x.id);
                    table.CheckConstraint("an_issued_report_is_frozen", "state not in ('Issued', 'Superseded', 'Invalidated') or (pdf is not null and pdf_sha256 is not null and content_sha256 is not null and issued_on is not null)");
                    table.ForeignKey(
                        name: "fk_reports_evaluations_evaluation_id",
                        column: x => x.evaluation_id,
                        principalSchema: "lab",
                        principalTable: "evaluations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_reports_firms_firm_id",
                        column: x => x.firm_id,
                        principalSchema: "registry",
                        principalTable: "firms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_reports_laboratories_laboratory_id",
                        column: x => x.laboratory_id,
                        principalSchema: "lab",
                        principalTable: "laboratories",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_reports_reports_supersedes",
                        column: x => x.supersedes,
                        principalSchema: "lab",
                        principalTable: "reports",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_reports_samples_sample_id",
                        column: x => x.sample_id,
                        principalSchema: "lab",
                        principalTable: "samples",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_laboratories_county_recorded_at",
                schema: "lab",
                table: "laboratories",
                columns: new[] { "county", "recorded_at" });

            migrationBuilder.CreateIndex(
                name: "a_report_is_superseded_once",
                schema: "lab",
                table: "reports",
                column: "supersedes",
                unique: true,
                filter: "state <> 'Cancelled'");

            migrationBuilder.CreateIndex(
                name: "ix_reports_evaluation_id",
                schema: "lab",
                table: "reports",
                column: "evaluation_id");

            migrationBuilder.CreateIndex(
                name: "ix_reports_firm_id",
                schema: "lab",
                table: "reports",
                column: "firm_id");

            migrationBuilder.CreateIndex(
                name: "ix_reports_laboratory_id",
                schema: "lab",
                table: "reports",
                column: "laboratory_id");

            migrationBuilder.CreateIndex(
                name: "ix_reports_number",
                schema: "lab",
                table: "reports",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reports_state",
                schema: "lab",
                table: "reports",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "one_report_of_a_sample_is_at_work",
                schema: "lab",
                table: "reports",
                column: "sample_id",
                unique: true,
                filter: "state in ('Draft', 'Reviewed', 'Approved')");

            migrationBuilder.SqlFile("policies/reports_v1");
            migrationBuilder.SqlFile("triggers/reports_v1");
            migrationBuilder.SqlFile("functions/reports_v1");
        }
    }
}

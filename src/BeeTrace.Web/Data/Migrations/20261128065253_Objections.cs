using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BeeTrace.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class Objections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "objections",
                schema: "lab",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sample_id = table.Column<Guid>(type: "uuid", nullable: false),
                    firm_id = table.Column<Guid>(type: "uuid", nullable: false),
                    regime = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    why = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    filed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    filed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    deadline = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    decided_why = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    re_test_id = table.Column<Guid>(type: "uuid", nullable: true),
                    final_verdict = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    concluded_by = table.Column<Guid>(type: "uuid", nullable: true),
                    concluded_on = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_objections", x => x.id);
                    table.ForeignKey(
                        name: "fk_objections_firms_firm_id",
                        column: x => x.firm_id,
                        principalSchema: "registry",
                        principalTable: "firms",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_objections_reports_report_id",
                        column: x => x.report_id,
                        principalSchema: "lab",
                        principalTable: "reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_objections_samples_re_test_id",
                        column: x => x.re_test_id,
                        principalSchema: "lab",
                        principalTable: "samples",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_objections_samples_sample_id",
                        column: x => x.sample_id,
                        principalSchema: "lab",
                        principalTable: "samples",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "a_sample_is_objected_to_once",
                schema: "lab",
                table: "objections",
                column: "sample_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_objections_firm_id",
                schema: "lab",
                table: "objections",
                column: "firm_id");

            migrationBuilder.CreateIndex(
                name: "ix_objections_re_test_id",
                schema: "lab",
                table: "objections",
                column: "re_test_id");

            migrationBuilder.CreateIndex(
                name: "ix_objections_report_id",
                schema: "lab",
                table: "objections",
                column: "report_id");

            migrationBuilder.SqlFile("policies/objections_v1");
            migrationBuilder.SqlFile("triggers/objections_v1");
            migrationBuilder.SqlFile("functions/objections_v1");
        }
    }
}

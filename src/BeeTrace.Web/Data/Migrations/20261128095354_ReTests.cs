using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BeeTrace.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class ReTests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "scope",
                schema: "lab",
                table: "laboratories");

            migrationBuilder.CreateTable(
                name: "re_tests",
                schema: "lab",
                columns: table => new
                {
                    sample_id = table.Column<Guid>(type: "uuid", nullable: false),
                    repeats_id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_id = table.Column<Guid>(type: "uuid", nullable: false),
                    report = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    why = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    ordered_by = table.Column<Guid>(type: "uuid", nullable: false),
                    ordered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_re_tests", x => x.sample_id);
                    table.ForeignKey(
                        name: "fk_re_tests_samples_first_id",
                        column: x => x.first_id,
                        principalSchema: "lab",
                        principalTable: "samples",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_re_tests_samples_repeats_id",
                        column: x => x.repeats_id,
                        principalSchema: "lab",
                        principalTable: "samples",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_re_tests_samples_sample_id",
                        column: x => x.sample_id,
                        principalSchema: "lab",
                        principalTable: "samples",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_re_tests_first_id",
                schema: "lab",
                table: "re_tests",
                column: "first_id");

            migrationBuilder.CreateIndex(
                name: "ix_re_tests_repeats_id",
                schema: "lab",
                table: "re_tests",
                column: "repeats_id");

            migrationBuilder.SqlFile("policies/retests_v1");
            migrationBuilder.SqlFile("policies/sample_versions_v1");
            migrationBuilder.SqlFile("functions/rates_v2");
        }
    }
}

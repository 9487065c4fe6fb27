using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BeeTrace.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class Limits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "why",
                schema: "lab",
                table: "evaluations",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "limit_proposals",
                schema: "lab",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed = table.Column<string>(type: "jsonb", nullable: true),
                    target_id = table.Column<Guid>(type: "uuid", nullable: true),
                    last_day = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    proposed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_why = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_limit_proposals", x => x.id);
                    table.ForeignKey(
                        name: "fk_limit_proposals_limits_target_id",
                        column: x => x.target_id,
                        principalSchema: "lab",
                        principalTable: "limits",
                        principalColumn: "id");
                });

            migrationBuilder.CreateIndex(
                name: "a_limit_has_one_open_proposal",
                schema: "lab",
                table: "limit_proposals",
                column: "target_id",
                unique: true,
                filter: "state = 'Open'");

            migrationBuilder.SqlFile("functions/limits_v1");
            migrationBuilder.SqlFile("policies/limits_v1");
            migrationBuilder.SqlFile("triggers/evaluations_v1");
            migrationBuilder.SqlFile("functions/rates_v2");
        }
    }
}

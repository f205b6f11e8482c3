namespace Clientele.Plugins.Tests;

public sealed class MatterTests
{
    [Fact]
    [Trait("Row", "S1-09")]
    public void A_project_makes_only_the_listed_moves()
    {
        var project = Industry.Contractor.Registered.AllMatterTypes.Single(type => type.Name == "contractor.project");
        (string From, string To)[] listed =
        [
            ("lead", "bid"), ("lead", "signed"), ("bid", "signed"), ("bid", "lost"), ("signed", "executing"), ("executing", "completed"),
            ("completed", "settled"), ("settled", "collected"), ("collected", "warranty"), ("warranty", "closed"),
        ];

        foreach (var from in project.Stages)
        {
            foreach (var to in project.Stages)
            {
                Assert.Equal(listed.Contains((from.Name, to.Name)), project.Moves.Any(move => move.From == from.Name && move.To == to.Name));
            }
        }

        Assert.DoesNotContain(project.Moves, move => move is { From: "executing", To: "closed" });
    }

    [Fact]
    [Trait("Row", "S1-09")]
    public void Building_begins_only_with_an_accepted_handover()
    {
        var contractor = Industry.Contractor.Registered;
        var into = contractor.AllMatterTypes.Single(type => type.Name == "contractor.project").Moves.Where(move => move.To == "executing");

        Assert.Equal("contractor.handover_accepted", Assert.Single(into).On);
        Assert.Contains(contractor.AllKinds.Single(kind => kind.Name == "contractor.handover_accepted").Details, field => field is { Name: "project_manager", Required: true });
    }

    [Fact]
    [Trait("Row", "S0-09")]
    public void A_complaint_is_closed_only_after_its_visit_and_score()
    {
        var desk = Industry.RealEstate.Registered;
        var moves = desk.AllMatterTypes.Single(type => type.Name == "real_estate.service_case").Moves;

        Assert.All(moves.Where(move => move.To == "closed"), move => Assert.Equal("revisited", move.From));
        Assert.All(moves.Where(move => move.To == "revisited"), move => Assert.Equal("real_estate.complaint_visited", move.On));
        Assert.Contains(desk.AllKinds.Single(kind => kind.Name == "real_estate.complaint_visited").Details, field => field is { Name: "satisfaction", Required: true });
    }

    [Fact]
    [Trait("Row", "S0-10")]
    public void A_design_project_is_closed_only_after_a_return_visit()
    {
        var moves = Industry.DesignInstitute.Registered.AllMatterTypes.Single(type => type.Name == "design_institute.project").Moves;

        Assert.All(moves.Where(move => move.To == "closed"), move => Assert.Contains(move.Requires, it => it.Rule == "count.design_institute.return_visit >= 1"));
        Assert.All(moves.Where(move => move.To == "return_visits"), move => Assert.Equal("design_institute.return_visit", move.On));
    }

    [Theory]
    [InlineData("Contractor", "contractor.project", "contractor.contract_signed", "signed")]
    [InlineData("DesignInstitute", "design_institute.project", "design_institute.contract_signed", "scheme")]
    [InlineData("RealEstate", "real_estate.service_case", "real_estate.complaint_closed", "resolved")]
    public void The_one_fact_a_public_register_knows_moves_a_new_matter(string industry, string type, string kind, string stage)
    {
        var matter = Industry.Of(industry).Registered.AllMatterTypes.Single(it => it.Name == type);

        Assert.Equal(stage, matter.Moves.Single(move => move.From == matter.Stages[0].Name && move.On == kind).To);
    }
}

using Clientele;

namespace Clientele.Tests;

public sealed class CatalogueTests
{
    private static readonly LocalizedText Title = new("Title", "标题");

    private static readonly Registration Core = Register("clientele.core", "core", builder => builder
        .TouchpointKinds(new TouchpointKind { Name = "core.visit", Title = Title })
        .Measures(new FactMeasure { Name = "core.sales", Title = Title, Aggregate = Aggregate.Sum, Kinds = ["core.visit"] }));

    [Fact]
    public void Registrations_in_order_are_found_by_name_with_their_origin()
    {
        var firm = Register("my.firm", "firm", builder => builder.Attributes(new AttributeDefinition { Name = "firm.region", Title = Title }));

        var (catalogue, problems) = Catalogue.Build([Core, firm]);

        Assert.Empty(problems);
        Assert.Equal(["clientele.core", "my.firm"], catalogue.Origins.Select(origin => origin.Id));
        Assert.Equal("my.firm", catalogue.OriginOf("firm.region").Id);
        Assert.Equal(ErrorCodes.RegistrationUnknown, Assert.Throws<ClienteleException>(() => catalogue.OriginOf("firm.nothing")).Code);
    }

    [Fact]
    public void Every_reference_to_nothing_is_reported_in_one_pass_and_rejects_the_origin()
    {
        var firm = Register("my.firm", "firm", builder => builder
            .Measures(
                new FactMeasure { Name = "firm.count", Title = Title, Aggregate = Aggregate.Count, Kinds = ["firm.a"] },
                new ComputedMeasure { Name = "firm.score", Title = Title, Reads = ["firm.b", "core.sales"], Computation = new Zero() })
            .MatterTypes(new MatterType { Name = "firm.project", Title = Title, Stages = [new("open", Title)], Moves = [new("open", "firm_c", "firm.d")] })
            .Schemes(new RankScheme { Name = "firm.abc", Title = Title, Measure = "firm.e", Cuts = [new("all", Title, 1m)] })
            .Policies(
                new CadencePolicy { Name = "firm.visit", Title = Title, Scheme = "firm.f", EveryDays = new Dictionary<string, int> { ["a"] = 30 } },
                new CadencePolicy { Name = "firm.call", Title = Title, Scheme = "firm.abc", EveryDays = new Dictionary<string, int> { ["g"] = 30 }, FulfilledBy = ["firm.h"] },
                new StagePolicy { Name = "firm.thank", Title = Title, MatterType = "firm.project", Stage = "i", AfterDays = 1 })
            .Letters(new LetterDefinition { Name = "firm.letter", Title = Title, Template = "x", Policy = "firm.j", MatterType = "firm.k", Stages = ["l"] })
            .Reports(new ReportDefinition { Name = "firm.report", Title = Title, Template = "x", Scheme = "firm.m", Measure = "firm.n", MatterType = "firm.o", Policies = ["firm.p"] }));

        var (catalogue, problems) = Catalogue.Build([Core, firm]);

        string[] unknown = ["firm.a", "firm.b", "firm_c", "firm.d", "firm.e", "firm.f", "g", "firm.h", "i", "firm.j", "firm.k", "firm.m", "firm.n", "firm.o", "firm.p"];
        Assert.All(unknown, name => Assert.Single(problems, problem => problem.Message.Contains($"'{name}'", StringComparison.Ordinal)));
        Assert.Equal(unknown.Length, problems.Count);
        Assert.All(problems, problem => Assert.Equal((ErrorCodes.RegistrationUnknown, "my.firm"), (problem.Code, problem.OriginId)));
        Assert.Equal(["clientele.core"], catalogue.Origins.Select(origin => origin.Id));
    }

    [Fact]
    public void An_origin_that_loses_what_it_refers_to_falls_with_it_and_the_rest_stays()
    {
        var bad = Register("acme.base", "base", builder => builder
            .TouchpointKinds(new TouchpointKind { Name = "base.call", Title = Title }, new TouchpointKind { Name = "other.call", Title = Title }));
        var reader = Register("acme.reader", "reader", builder => builder
            .Measures(new FactMeasure { Name = "reader.calls", Title = Title, Aggregate = Aggregate.Count, Kinds = ["base.call"] }));

        var (catalogue, problems) = Catalogue.Build([Core, bad, reader]);

        Assert.Equal([ErrorCodes.RegistrationOutsidePrefix, ErrorCodes.RegistrationUnknown], problems.Select(problem => problem.Code));
        Assert.Equal(["clientele.core"], catalogue.Origins.Select(origin => origin.Id));
    }

    [Fact]
    [Trait("Scenario", "36")]
    public void A_reference_to_a_plugin_that_is_not_declared_as_a_dependency_is_refused()
    {
        var other = Register("acme.base", "base", builder => builder.TouchpointKinds(new TouchpointKind { Name = "base.call", Title = Title }));
        Registration Reader(params string[] requires) => Register("acme.reader", "reader", builder => builder
            .Measures(new FactMeasure { Name = "reader.calls", Title = Title, Aggregate = Aggregate.Count, Kinds = ["base.call"] }), requires);

        Assert.Contains("declare the dependency", Assert.Single(Catalogue.Build([Core, other, Reader()]).Problems).Hint, StringComparison.Ordinal);
        Assert.Empty(Catalogue.Build([Core, other, Reader("acme.base")]).Problems);
    }

    [Fact]
    public void An_attribute_and_a_measure_of_one_name_collide_because_rules_read_both()
    {
        var firm = Register("my.firm", "firm", builder => builder
            .Attributes(new AttributeDefinition { Name = "firm.size", Title = Title })
            .Measures(new FactMeasure { Name = "firm.size", Title = Title, Aggregate = Aggregate.Count }));

        var problem = Assert.Single(Catalogue.Build([firm]).Problems);

        Assert.Equal(ErrorCodes.RegistrationDuplicate, problem.Code);
        Assert.StartsWith("The measure or attribute 'firm.size'", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_origins_that_share_a_prefix_and_a_name_both_fall()
    {
        var kind = new TouchpointKind { Name = "firm.visit", Title = Title };

        var (catalogue, problems) = Catalogue.Build([Register("my.one", "firm", builder => builder.TouchpointKinds(kind)), Register("my.two", "firm", builder => builder.TouchpointKinds(kind))]);

        Assert.Equal(["my.one", "my.two"], problems.Select(problem => problem.OriginId).Order());
        Assert.Empty(catalogue.Kinds);
    }

    [Fact]
    public void Rules_are_judged_with_the_names_they_may_read()
    {
        var firm = Register("my.firm", "firm", builder => builder
            .Attributes(new AttributeDefinition { Name = "firm.region", Title = Title })
            .Measures(new ExpressionMeasure { Name = "firm.double", Title = Title, Expression = "core.sales * 2" })
            .Schemes(new RuleScheme { Name = "firm.class", Title = Title, Rules = [new("east", Title, "wrong"), new("rest", Title)] })
            .Guards(new Guard { Name = "firm.guard", Title = Title, AllowedWhen = "letter.purpose == ''", Refusal = Title }));
        var judged = new List<RuleText>();

        var problem = Assert.Single(Catalogue.Build([Core, firm], rule => Judge(rule)).Problems);

        Assert.Equal((ErrorCodes.ExpressionInvalid, "my.firm"), (problem.Code, problem.OriginId));
        Assert.Equal("The rule of segment 'east' of scheme 'firm.class', 'wrong', is not valid: no such word", problem.Message);
        Assert.Equal(RuleKind.Number, judged.Find(rule => rule.Text == "core.sales * 2")!.Kind);
        Assert.Contains("letter.purpose", judged.Find(rule => rule.Text.StartsWith("letter", StringComparison.Ordinal))!.Known);
        Assert.Equal(["client.kind", "core.sales", "firm.double", "firm.region"], judged[0].Known.Keys.Order());

        string? Judge(RuleText rule)
        {
            judged.Add(rule);
            return rule.Text == "wrong" ? "no such word" : null;
        }
    }

    [Fact]
    public void A_list_that_the_caller_changes_afterwards_changes_nothing()
    {
        var stages = new List<Stage> { new("open", Title) };
        var builder = new RegistrationBuilder(new("my.firm", "firm"));
        builder.MatterTypes(new MatterType { Name = "firm.project", Title = Title, Stages = stages, Moves = [] });

        stages.Clear();

        Assert.Single(builder.Build().MatterTypes[0].Stages);
    }

    private static Registration Register(string id, string prefix, Action<IPluginBuilder> configure, string[]? requires = null)
    {
        var builder = new RegistrationBuilder(new(id, prefix));
        configure(builder);
        return builder.Build(requires);
    }

    private sealed class Zero : IMeasureComputation
    {
        public MeasureResult Compute(MeasureInput input) => MeasureResult.Of(0);
    }
}

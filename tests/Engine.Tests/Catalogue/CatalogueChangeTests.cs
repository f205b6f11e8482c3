namespace Clientele.Tests;

public sealed class CatalogueChangeTests
{
    private static readonly LocalizedText Title = new("Title", "标题");

    [Fact]
    public void What_is_added_changed_and_removed_is_listed_and_what_stays_is_not()
    {
        var before = Of(builder => builder
            .Attributes(Choice("firm.size", "small"), Choice("firm.region", "east"))
            .TouchpointKinds(new TouchpointKind { Name = "firm.visit", Title = Title })
            .Measures(Measure("firm.score")));
        var after = Of(builder => builder
            .Attributes(Choice("firm.size", "large"), Choice("firm.region", "east"))
            .Measures(Measure("firm.score"))
            .Letters(new LetterDefinition { Name = "firm.letter", Title = Title, Template = "letter" }));

        var changes = CatalogueChange.Between(before, after);

        Assert.Equal(["~ attribute firm.size (my.firm)", "- touchpoint kind firm.visit (my.firm)", "+ letter firm.letter (my.firm)"], changes.Select(change => change.ToString()));
        Assert.Equal([true, true, false], changes.Select(change => change.TouchesData));
        Assert.Empty(CatalogueChange.Between(before, before));
    }

    private static AttributeDefinition Choice(string name, string value) => new() { Name = name, Title = Title, Kind = ValueKind.Choice, Choices = [new(value, Title)] };

    private static ComputedMeasure Measure(string name) => new() { Name = name, Title = Title, Reads = ["firm.size"], Computation = new Zero() };

    private static Catalogue Of(Action<IPluginBuilder> configure)
    {
        var builder = new RegistrationBuilder(new("my.firm", "firm"));
        configure(builder);
        var (catalogue, problems) = Catalogue.Build([builder.Build()]);
        Assert.Empty(problems);
        return catalogue;
    }

    private sealed class Zero : IMeasureComputation
    {
        public MeasureResult Compute(MeasureInput input) => MeasureResult.Of(0);
    }
}

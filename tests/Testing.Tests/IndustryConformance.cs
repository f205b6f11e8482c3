namespace Clientele.Testing.Tests;

/// <summary>The contractor plugin, held against the suite the way an integrator does it.</summary>
public sealed class ContractorConformance(ConformanceRun run) : IndustryConformance(run, "Contractor");

/// <summary>The design institute plugin.</summary>
public sealed class DesignInstituteConformance(ConformanceRun run) : IndustryConformance(run, "DesignInstitute");

/// <summary>The real estate plugin.</summary>
public sealed class RealEstateConformance(ConformanceRun run) : IndustryConformance(run, "RealEstate");

/// <summary>A plugin of the repository, as its build left it.</summary>
public abstract class IndustryConformance(ConformanceRun run, string industry) : PluginConformanceTests(run)
{
    /// <inheritdoc/>
    protected override string PluginFolder => Repository.Plugin(industry);
}

using Clientele.Testing;

namespace DentalClinic.Tests;

/// <summary>One test for everything a host and its operators rely on.</summary>
public sealed class ConformanceTests(ConformanceRun run) : PluginConformanceTests(run);

using Clientele.Testing;

namespace Landscaping.Tests;

/// <summary>One test for everything a host and its operators rely on.</summary>
public sealed class ConformanceTests(ConformanceRun run) : PluginConformanceTests(run);

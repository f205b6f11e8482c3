namespace Clientele.Tests.Plugins;

/// <summary>Tests that look at the memory and the load contexts of the whole process, and so run when no other test does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}

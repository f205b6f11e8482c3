namespace Clientele.Templating.Conformance.Tests;

/// <summary>A test that needs the conformance cases, skipped where they are not.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CasesFactAttribute : FactAttribute
{
    public CasesFactAttribute()
    {
        if (CaseFolders.Files.Count == 0)
        {
            Skip = "The conformance cases are not here: set SCRIBAN_CASES to the folder of the *.jsonl files.";
        }
    }
}

namespace Clientele.Tests;

/// <summary>A test that runs installed programs: it is skipped, and says so, where one of them is not on the path.</summary>
internal sealed class FactNeedingAttribute : FactAttribute
{
    public FactNeedingAttribute(params string[] programs)
    {
        var missing = programs.Where(program => Programs.Find(program) is null).ToList();
        if (missing.Count > 0)
        {
            Skip = $"not installed: {string.Join(", ", missing)}";
        }
    }
}

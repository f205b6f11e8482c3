using System.Security.Cryptography;
using System.Text;
using Clientele.Measures;

namespace Clientele.Segments;

/// <summary>The version of everything that a run goes by: its schemes, and every measure and attribute that they read.</summary>
internal static class RunVersion
{
    public static string Of(IEnumerable<SchemePlan> schemes, MeasurePlan plan)
    {
        var text = new StringBuilder();
        foreach (var scheme in schemes)
        {
            text.Append(scheme.Name).Append('=').Append(scheme.Version).Append(';');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.Append(plan.Definition).ToString())).AsSpan(0, 16));
    }
}

using System.Collections.Immutable;
using System.Linq;
using Clientele.Plugins;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Clientele.Analyzers;

/// <summary>Warns the author of a plugin, where the code is written, of what was measured to keep a plugin from being unloaded.</summary>
/// <remarks>Silent in projects that are no plugin. In a plugin that is never unloaded the warning may be turned off with <c>NoWarn</c>.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnloadHabitAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The code of the warning.</summary>
    public const string Code = "CLIPLG10";

    private static readonly DiagnosticDescriptor Rule = new(
        Code,
        "Keeps the plugin in memory",
        "{0} keeps a plugin from being unloaded: it {1}",
        "Clientele.Plugins",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        customTags: WellKnownDiagnosticTags.Build);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rule);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.IsClientelePlugin", out var isPlugin) && isPlugin == "true")
            {
                start.RegisterOperationAction(Look, OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.EventAssignment);
                start.RegisterOperationAction(
                    operation => Report(operation, KnownHabits.All.First(habit => habit.Type == KnownHabit.Dynamic)),
                    OperationKind.DynamicInvocation,
                    OperationKind.DynamicObjectCreation,
                    OperationKind.DynamicIndexerAccess);
            }
        });
    }

    private static void Look(OperationAnalysisContext context)
    {
        var member = context.Operation switch
        {
            IInvocationOperation call => call.TargetMethod,
            IObjectCreationOperation creation => creation.Constructor,
            IEventAssignmentOperation { Adds: true, EventReference: IEventReferenceOperation reference } => reference.Event.AddMethod,
            _ => null,
        };
        if (member is null)
        {
            return;
        }

        var type = TypeName(member.ContainingType);
        var habit = KnownHabits.All.FirstOrDefault(known => known.Is(type, member.MetadataName));
        if (habit is not null
            && habit.Warning != HabitWarning.Never
            && !(habit.Warning == HabitWarning.UnlessOwned && IsOwned(context.Operation))
            && !(habit.Type == KnownHabit.Json && IsGenerated(member)))
        {
            Report(context, habit);
        }
    }

    // With a context or a type's metadata from the source generator nothing is reflected.
    private static bool IsGenerated(IMethodSymbol method) =>
        method.Parameters.Any(parameter => parameter.Type.Name is "JsonSerializerContext" or "JsonTypeInfo")
        || !method.Name.Contains("erialize");

    private static bool IsOwned(IOperation operation)
    {
        var outer = operation.Parent;
        while (outer is IConversionOperation or IArgumentOperation)
        {
            outer = outer.Parent;
        }

        return outer is IInvocationOperation { TargetMethod.Name: "Own" } or IUsingOperation
            || (outer is IVariableInitializerOperation && operation.Syntax.Ancestors().Any(node => node is Microsoft.CodeAnalysis.CSharp.Syntax.LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 } or Microsoft.CodeAnalysis.CSharp.Syntax.UsingStatementSyntax));
    }

    private static string TypeName(INamedTypeSymbol type) =>
        type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() + "." + type.MetadataName : type.MetadataName;

    private static void Report(OperationAnalysisContext context, KnownHabit habit) =>
        context.ReportDiagnostic(Diagnostic.Create(Rule, context.Operation.Syntax.GetLocation(), habit.Name, habit.Why));
}

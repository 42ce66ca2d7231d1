package dk.grundskema.api.cli;

import dk.grundskema.api.platform.Nearest;
import dk.grundskema.domain.finding.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in the user's language what is wrong with what was typed; picocli itself would say it in English. */
record UsageErrors(Texts texts, Screen screen) implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException problem, String[] args) {
        screen.err().println(texts.text("usage.error", sentence(problem)));
        screen.err()
                .println(texts.text(
                        "usage.see-help",
                        problem.getCommandLine().getCommandSpec().qualifiedName()));
        return Outcome.BAD_INPUT.code();
    }

    private String sentence(ParameterException problem) {
        return switch (problem) {
            case RefusedArgument refused -> String.valueOf(refused.getMessage());
            case MissingParameterException missing -> missing(missing);
            case UnmatchedArgumentException unmatched -> unmatched(unmatched);
            case OverwrittenOptionException twice -> texts.text("usage.twice", label(twice.getOverwritten()));
            default -> malformed(problem);
        };
    }

    private String missing(MissingParameterException problem) {
        var labels = problem.getMissing().stream().map(UsageErrors::label).collect(Collectors.joining(" "));
        return texts.text("usage.missing", labels);
    }

    private String unmatched(UnmatchedArgumentException problem) {
        String first = problem.getUnmatched().getFirst();
        List<String> near = problem.isUnknownOption() ? problem.getSuggestions() : commandsNear(first, problem);
        String known = near.isEmpty() ? "" : " " + texts.text("usage.nearest", String.join(", ", near));
        return texts.text(key(problem), first) + known;
    }

    /** The command that was probably meant; without one, those that share most letters. */
    private static List<String> commandsNear(String typed, UnmatchedArgumentException problem) {
        return Nearest.to(typed, problem.getCommandLine().getSubcommands().keySet())
                .map(List::of)
                .orElseGet(problem::getSuggestions);
    }

    private static String key(UnmatchedArgumentException problem) {
        if (problem.isUnknownOption()) {
            return "usage.unknown-option";
        }
        CommandLine where = problem.getCommandLine();
        return where.getParent() == null ? "usage.unknown-command" : "usage.too-many";
    }

    private String malformed(ParameterException problem) {
        ArgSpec argument = problem.getArgSpec();
        if (argument == null) {
            return String.valueOf(problem.getMessage());
        }
        String value = String.valueOf(problem.getValue());
        if (argument.type().isEnum()) {
            return texts.text("usage.not-one-of", value, argument.paramLabel().replace("|", ", "));
        }
        if (argument.type() == Path.class) {
            return texts.text("usage.no-path", label(argument), value);
        }
        return texts.text("usage.no-number", label(argument), value);
    }

    private static String label(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    /** What was typed can be read but makes no sense; the message is in the user's language. */
    static final class RefusedArgument extends ParameterException {
        private static final long serialVersionUID = 1L;

        RefusedArgument(CommandLine where, String message) {
            super(where, message);
        }
    }
}

package dk.grundskema.api.cli.command;

import dk.grundskema.api.cli.output.Screen;
import dk.grundskema.api.documents.json.SpellingSuggester;
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

/**
 * Reports usage errors in the user's language; picocli's own messages are English.
 *
 * @param texts  texts in the user's language
 * @param screen screen to print to
 */
public record UsageErrorHandler(Texts texts, Screen screen) implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException problem, String[] args) {
        screen.err().println(texts.text("usage.error", message(problem)));
        screen.err()
                .println(texts.text(
                        "usage.see-help",
                        problem.getCommandLine().getCommandSpec().qualifiedName()));
        return ExitStatus.BAD_INPUT.code();
    }

    private String message(ParameterException problem) {
        return switch (problem) {
            case InvalidArgumentException refused -> String.valueOf(refused.getMessage());
            case MissingParameterException missing -> missingMessage(missing);
            case UnmatchedArgumentException unmatched -> unmatchedMessage(unmatched);
            case OverwrittenOptionException twice -> texts.text("usage.twice", label(twice.getOverwritten()));
            default -> malformedMessage(problem);
        };
    }

    private String missingMessage(MissingParameterException problem) {
        var labels = problem.getMissing().stream().map(UsageErrorHandler::label).collect(Collectors.joining(" "));
        return texts.text("usage.missing", labels);
    }

    private String unmatchedMessage(UnmatchedArgumentException problem) {
        String first = problem.getUnmatched().getFirst();
        List<String> near = problem.isUnknownOption() ? problem.getSuggestions() : commandsNear(first, problem);
        String known = near.isEmpty() ? "" : " " + texts.text("usage.nearest", String.join(", ", near));
        return texts.text(unmatchedKey(problem), first) + known;
    }

    /** Returns the commands that the user probably meant; if there is none, those with the most common letters. */
    private static List<String> commandsNear(String typed, UnmatchedArgumentException problem) {
        return SpellingSuggester.suggest(
                        typed, problem.getCommandLine().getSubcommands().keySet())
                .map(List::of)
                .orElseGet(problem::getSuggestions);
    }

    private static String unmatchedKey(UnmatchedArgumentException problem) {
        if (problem.isUnknownOption()) {
            return "usage.unknown-option";
        }
        CommandLine where = problem.getCommandLine();
        return where.getParent() == null ? "usage.unknown-command" : "usage.too-many";
    }

    private String malformedMessage(ParameterException problem) {
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

    /** An argument can be parsed but is invalid; the message is in the user's language. */
    public static final class InvalidArgumentException extends ParameterException {
        private static final long serialVersionUID = 1L;

        InvalidArgumentException(CommandLine where, String message) {
            super(where, message);
        }
    }
}

package dk.grundskema.api.cli.importing;

import dk.grundskema.api.cli.command.BadInputException;
import dk.grundskema.api.cli.command.CommandContext;
import dk.grundskema.api.cli.command.ExitStatus;
import dk.grundskema.api.cli.command.OutputFiles;
import dk.grundskema.api.cli.command.OutputNotWrittenException;
import dk.grundskema.api.cli.output.LocatedFinding;
import dk.grundskema.api.documents.file.AtomicFileWriter;
import dk.grundskema.api.imports.table.template.TemplateWorkbook;
import dk.grundskema.domain.finding.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the workbook template for imports. */
@Command(name = "template", sortOptions = false)
public final class TemplateCommand implements Callable<Integer> {
    private static final String ENDING = ".xlsx";

    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "FILE.xlsx", descriptionKey = "file")
    private Path file = Path.of("");

    @Option(names = "--force", descriptionKey = "force")
    private boolean force;

    /** @param context context of the command */
    public TemplateCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Path target = context.resolve(file);
        var refusal = OutputFiles.writeRefusal(target)
                .or(() -> Files.exists(target) && !force
                        ? Optional.of(Finding.error("template.exists", "", file))
                        : Optional.empty());
        refusal.or(this::wrongEndingFinding).ifPresent(finding -> {
            throw new BadInputException(List.of(new LocatedFinding(file.toString(), finding)), Function.identity());
        });
        var workbook = new TemplateWorkbook(
                context.planning().inputLists(), context.commandTexts().locale());
        OutputNotWrittenException.throwIfAny(target, AtomicFileWriter.write(workbook.toBytes(), target));
        context.screen().printLine(context.commandTexts().text("template.written", file));
        return ExitStatus.FINE.code();
    }

    /** Returns a finding if the file name does not have the extension of workbooks; spreadsheet programs would not open it. */
    private Optional<Finding> wrongEndingFinding() {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(ENDING)
                ? Optional.empty()
                : Optional.of(Finding.error("template.ending", "", file + ENDING));
    }
}

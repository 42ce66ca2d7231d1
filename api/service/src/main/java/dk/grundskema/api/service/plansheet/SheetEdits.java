package dk.grundskema.api.service.plansheet;

import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.json.RecordReader;
import dk.grundskema.api.documents.json.RecordWriter;
import dk.grundskema.api.planning.plansheet.PlanSheetPreview;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.service.edit.ChangeBody;
import dk.grundskema.domain.demand.SessionId;
import java.util.List;
import java.util.Map;

/**
 * What a previewed spreadsheet changes, as the page keeps it between preview and keeping.
 *
 * @param changes what is decided otherwise, one after the other; empty means nothing
 * @param stated  sessions that the spreadsheet states
 */
record SheetEdits(List<ChangeBody> changes, List<SessionId> stated) {
    /** Copies the lists. */
    SheetEdits {
        changes = List.copyOf(changes);
        stated = List.copyOf(stated);
    }

    static SheetEdits of(PlanSheetPreview preview) {
        return new SheetEdits(
                preview.edits().stream().map(ChangeBody::of).toList(),
                preview.stated().stream().sorted().toList());
    }

    /** Returns them as JSON. */
    String text() {
        return JsonFormatter.format(RecordWriter.toJson(this));
    }

    /**
     * Parses the text of {@link #text()}.
     *
     * @throws RefusalException 422 with what is wrong
     */
    static SheetEdits parse(String text) {
        return switch (new RecordReader(Map.of()).read(text, SheetEdits.class)) {
            case ReadResult.Success<SheetEdits> good -> good.value();
            case ReadResult.Failure<SheetEdits> bad -> throw RefusalException.unusable(bad.findings());
        };
    }
}

package dk.grundskema.api.documents.ledger;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.documents.json.RecordWriter;
import dk.grundskema.solver.ledger.Ledger;
import java.util.LinkedHashMap;

/** Writes the ledger as JSON. People, classes and interventions appear as ids only, because the file may leave the school. */
public final class LedgerJsonWriter {
    /** Version of the format. */
    public static final int VERSION = 1;

    private LedgerJsonWriter() {}

    /** Returns the ledger as the text of a JSON file; equal ledgers give equal texts. */
    public static String text(Ledger ledger) {
        var fields = new LinkedHashMap<String, Json>();
        fields.put("version", Json.fromJava(VERSION));
        fields.putAll(RecordWriter.toJson(ledger).fields());
        return JsonFormatter.format(new Json.JsonObject(fields));
    }
}

package dk.grundskema.api.ledger;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.JsonText;
import dk.grundskema.api.platform.RecordWriter;
import dk.grundskema.solver.ledger.Ledger;
import java.util.LinkedHashMap;

/** The ledger for programs. People, classes and interventions are ids in it: a file may go anywhere. */
public final class LedgerJson {
    /** Version of the form. */
    public static final int VERSION = 1;

    private LedgerJson() {}

    /** The ledger as the text of a JSON file; the same ledger gives the same text. */
    public static String text(Ledger ledger) {
        var fields = new LinkedHashMap<String, Json>();
        fields.put("version", Json.fromJava(VERSION));
        fields.putAll(RecordWriter.toJson(ledger).fields());
        return JsonText.of(new Json.Structure(fields));
    }
}

package dk.grundskema.api.service.testing;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lists of a camp as Excel files; all people are fictitious. */
public final class CampListFiles {
    private static final String STAFF = """
            Navn;Fag;Timer om ugen;Kan ikke
            Bente Kjær;dansk;37;
            Rasmus Thorup;matematik;37;
            Lone Abildgaard;dansk, matematik;37;18/9-2026
            Jesper Odde;matematik;37;
            Mette Winding;dansk;32;onsdag
            Amir Haddad;bevægelse;37;
            Tine Overgaard;dansk, kreativ;30;fredag efter 13
            Gitte Raun;kreativ;32;
            """;

    private static final String ROOMS = """
            Lokale;Type;Pladser
            Lokale 1;klasselokale;14
            Lokale 2;klasselokale;14
            Lokale 3;klasselokale;14
            Salen;hal;60
            """;

    private CampListFiles() {}

    /** Staff, students of another school and rooms, by the names of their files. */
    public static Map<String, String> files() {
        var files = new LinkedHashMap<String, String>();
        files.put("medarbejdere.csv", STAFF);
        files.put("elever.csv", studentsFile());
        files.put("lokaler.csv", ROOMS);
        return files;
    }

    private static String studentsFile() {
        var list = new StringBuilder("Navn;Skole\n");
        for (int i = 1; i <= 24; i++) {
            list.append("Elev Prøve ")
                    .append((char) ('A' + i - 1))
                    .append(i % 2 == 0 ? ";Skovvangskolen\n" : ";Åparkens Skole\n");
        }
        return list.toString();
    }

    /** The same, but for a cell of the staff's list that is no number: C3. */
    public static Map<String, String> withWrongCell() {
        Map<String, String> files = files();
        files.computeIfPresent(
                "medarbejdere.csv", (name, list) -> list.replace("matematik;37;\nLone", "matematik;fuld tid;\nLone"));
        return files;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

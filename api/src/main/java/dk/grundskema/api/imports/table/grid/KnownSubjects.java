package dk.grundskema.api.imports.table.grid;

import java.util.Set;

/** Subjects of Danish schools and their usual short names, so that grids are understood without a list of subjects. */
final class KnownSubjects {
    /** In small letters. */
    static final Set<String> ALL = Set.of(
            "da", "dan", "dansk", "danish", "ma", "mat", "matematik", "maths", "en", "eng", "engelsk", "english", "ty",
            "tys", "tysk", "german", "fr", "fra", "fransk", "french", "his", "hist", "historie", "history", "kri", "krist",
            "kristendom", "kristendomskundskab", "religion", "rel", "sam", "samf", "samfundsfag", "geo", "geografi",
            "geography", "bio", "biologi", "biology", "fys", "fysik", "fysik/kemi", "f/k", "fyk", "kemi", "physics",
            "n/t", "nt", "nat", "natur", "natur og teknologi", "natur/teknologi", "science", "idr", "idræt", "pe", "mus",
            "musik", "music", "bil", "billedkunst", "art", "hds", "håv", "h/d", "håndværk og design", "crafts", "mad",
            "madkundskab", "mk", "uu", "uddannelse og job", "uv", "ubv", "understøttende undervisning", "und", "kl",
            "klassens tid", "klassens time", "kt", "valg", "valgfag", "elective", "svø", "svømning", "swimming", "lek",
            "lektiecafé", "lektiehjælp", "sfo", "tek", "teknologiforståelse", "lsp", "spr", "læs", "læsning", "dsa",
            "projekt", "trivsel", "fagdag", "morgensamling", "fællessamling", "samling");

    private KnownSubjects() {}
}

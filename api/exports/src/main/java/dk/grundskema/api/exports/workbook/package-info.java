/** XLSX workbooks of hours for payroll, of the ledger and of the fidelity report. */
@NullMarked
package dk.grundskema.api.exports.workbook;

import org.jspecify.annotations.NullMarked;

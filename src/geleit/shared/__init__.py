"""Dates, text, form fields and page components that every domain uses. No tables; knows no domain."""
